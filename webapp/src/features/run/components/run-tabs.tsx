import { Link } from "../../../shared/location";

export type Tab = "overview" | "spec" | "proof";

const TABS: { tab: Tab; words: string; path: string }[] = [
  { tab: "overview", words: "Overview", path: "" },
  { tab: "spec", words: "Spec", path: "/spec" },
  { tab: "proof", words: "Proof", path: "/proof" },
];

/// The screens of one run.
export function RunTabs({ run, tab }: { run: string; tab: Tab }) {
  return (
    <nav className="tabs" aria-label="The run">
      {TABS.map((one) => (
        <Link
          key={one.tab}
          data-tab={one.tab}
          to={`/runs/${encodeURIComponent(run)}${one.path}`}
          aria-current={one.tab === tab ? "page" : undefined}
        >
          {one.words}
        </Link>
      ))}
    </nav>
  );
}
