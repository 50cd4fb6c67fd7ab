import { Link } from "../../shared/location";
import { Failure, Loading } from "../../shared/notices";
import { useRun } from "./api/get-run";
import type { Run } from "./api/run";
import { RunHeader } from "./components/run-header";
import { RunTabs, type Tab } from "./components/run-tabs";
import { Overview } from "./overview";
import { ProofTab } from "./proof-tab";
import { SpecTab } from "./spec-tab";

const TITLES: Record<Tab, string> = { overview: "", spec: "Spec · ", proof: "Proof · " };

/// One run: its head, and the screen of it that the address names.
export function RunPage({ run, tab }: { run: string; tab: Tab }) {
  const answer = useRun(run);
  return (
    <article data-ready={answer.isPending ? undefined : ""}>
      <title>{`${TITLES[tab]}${answer.data?.title ?? run} · Otto`}</title>
      <nav aria-label="Breadcrumb" className="crumbs">
        <Link to="/">All runs</Link>
      </nav>
      {answer.data ? <RunHeader run={answer.data} /> : <h1>{run}</h1>}
      {answer.data && <RunTabs run={answer.data.run} tab={tab} />}
      {answer.isPending && <Loading rows={3} />}
      {answer.isError && <Failure error={answer.error} again={() => void answer.refetch()} />}
      {answer.data && <Screen run={answer.data} tab={tab} />}
    </article>
  );
}

function Screen({ run, tab }: { run: Run; tab: Tab }) {
  switch (tab) {
    case "overview":
      return <Overview run={run} />;
    case "spec":
      return <SpecTab run={run} />;
    case "proof":
      return <ProofTab run={run} />;
  }
}
