import { Failure, Loading } from "../../shared/notices";
import { useRuns } from "./api/get-runs";
import { RunRow } from "./components/run-row";

/// All runs, newest first.
export function RunsPage() {
  const runs = useRuns();
  return (
    <section data-ready={runs.isPending ? undefined : ""}>
      <title>Runs · Otto</title>
      <h1>Runs</h1>
      <List runs={runs} />
    </section>
  );
}

function List({ runs }: { runs: ReturnType<typeof useRuns> }) {
  if (runs.isPending) {
    return <Loading rows={4} />;
  }
  if (runs.isError && !runs.data) {
    return <Failure error={runs.error} again={() => void runs.refetch()} />;
  }
  const all = runs.data.pages.flatMap((page) => page.runs);
  if (all.length === 0) {
    return (
      <section className="notice">
        <h2>No run yet</h2>
        <p>Say what you want in the folder of a project:</p>
        <pre>otto run "build an expense approval portal"</pre>
      </section>
    );
  }
  const waiting = all.filter((run) => run.state === "waiting" || run.state === "paused").length;
  return (
    <>
      <p className="glance">{need(waiting)}</p>
      <ul className="rows">
        {all.map((run) => (
          <RunRow key={run.run} run={run} />
        ))}
      </ul>
      {runs.hasNextPage && (
        <button
          type="button"
          disabled={runs.isFetchingNextPage}
          onClick={() => void runs.fetchNextPage()}
        >
          Older runs
        </button>
      )}
    </>
  );
}

function need(waiting: number): string {
  switch (waiting) {
    case 0:
      return "Nothing needs you.";
    case 1:
      return "1 run needs you.";
    default:
      return `${waiting} runs need you.`;
  }
}
