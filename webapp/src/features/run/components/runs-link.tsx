import { useEffect } from "react";
import { Link, usePath } from "../../../shared/location";
import { useRuns } from "../api/get-runs";
import { needsPerson } from "../needs";

/// The way to the runs; how many need somebody stands there and before the title of the page.
export function RunsLink() {
  const runs = useRuns();
  const path = usePath();
  const needs = runs.data?.pages.flatMap((page) => page.runs).filter(needsPerson).length ?? 0;
  useEffect(() => {
    const title = () => {
      const plain = document.title.replace(/^\(\d+\) /, "");
      const wanted = needs > 0 ? `(${needs}) ${plain}` : plain;
      if (document.title !== wanted) {
        document.title = wanted;
      }
    };
    title();
    const watcher = new MutationObserver(title); // each screen writes its own title
    watcher.observe(document.head, { childList: true, subtree: true, characterData: true });
    return () => watcher.disconnect();
  }, [needs]);
  return (
    <Link to="/" aria-current={path === "/" || path === "/runs" ? "page" : undefined}>
      Runs{" "}
      {needs > 0 && (
        <span className="needs">
          {needs}
          <span className="unseen"> {needs === 1 ? "needs" : "need"} you</span>
        </span>
      )}
    </Link>
  );
}
