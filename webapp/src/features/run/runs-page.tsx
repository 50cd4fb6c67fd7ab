import { useId } from "react";
import { say, useWord } from "../../shared/location";
import { Failure, Loading } from "../../shared/notices";
import { useRuns } from "./api/get-runs";
import type { RunLine } from "./api/run";
import { RunRow } from "./components/run-row";
import { needsPerson } from "./needs";

const KINDS = [
  { kind: "", words: "All", of: () => true },
  { kind: "needs", words: "Need you", of: needsPerson },
  { kind: "open", words: "Open", of: (run: RunLine) => run.state !== "ended" },
  { kind: "ended", words: "Ended", of: (run: RunLine) => run.state === "ended" },
] as const;

/// All runs, those that need somebody first, then the newest first.
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
  const kind = useWord("show");
  const words = useWord("search");
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
  const wanted = KINDS.find((one) => one.kind === kind) ?? KINDS[0];
  const shown = all.filter((run) => wanted.of(run) && contains(run, words));
  const waiting = all.filter(needsPerson);
  return (
    <>
      <p className="glance">{need(waiting.length)}</p>
      <Choice kind={wanted.kind} words={words} />
      {shown.length === 0 && (
        <p className="notice">
          None of the {all.length} runs that are loaded is meant.{" "}
          <button type="button" className="small" onClick={clear}>
            Show all
          </button>
        </p>
      )}
      <Rows runs={shown.filter(needsPerson)} title="Need you" />
      <Rows runs={shown.filter((run) => !needsPerson(run))} title="All others" />
      {runs.hasNextPage && (
        <button
          type="button"
          disabled={runs.isFetchingNextPage}
          onClick={() => void runs.fetchNextPage()}
        >
          Older runs
        </button>
      )}
      {runs.isFetchNextPageError && (
        <Failure error={runs.error} again={() => void runs.fetchNextPage()} />
      )}
    </>
  );
}

function Rows({ runs, title }: { runs: RunLine[]; title: string }) {
  const name = useId();
  return (
    runs.length > 0 && (
      <>
        <h2 id={name} className="unseen">
          {title}
        </h2>
        <ul className="rows" aria-labelledby={name}>
          {runs.map((run) => (
            <RunRow key={run.run} run={run} />
          ))}
        </ul>
      </>
    )
  );
}

function Choice({ kind, words }: { kind: string; words: string }) {
  return (
    <search className="choose">
      <label className="unseen" htmlFor="search">
        Search the runs by title, id or folder
      </label>
      <input
        id="search"
        type="search"
        placeholder="Search"
        value={words}
        onChange={(change) => say("search", change.target.value)}
      />
      <fieldset className="kinds">
        <legend className="unseen">Which runs</legend>
        {KINDS.map((one) => (
          <button
            key={one.kind}
            type="button"
            aria-pressed={one.kind === kind}
            onClick={() => say("show", one.kind)}
          >
            {one.words}
          </button>
        ))}
      </fieldset>
    </search>
  );
}

function clear() {
  say("show", "");
  say("search", "");
}

function contains(run: RunLine, words: string): boolean {
  const text = `${run.title} ${run.run} ${run.repository}`.toLowerCase();
  return words
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
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
