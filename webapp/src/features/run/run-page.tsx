import { Link } from "../../shared/location";
import { Failure, Loading } from "../../shared/notices";
import { useRun } from "./api/get-run";
import type { Run } from "./api/run";
import { Groups } from "./components/groups";
import { Phases } from "./components/phases";
import { StateBadge } from "./components/state-badge";

/// One run: what was asked, where it stands, how far its groups are.
export function RunPage({ run }: { run: string }) {
  const answer = useRun(run);
  return (
    <article data-ready={answer.isPending ? undefined : ""}>
      <title>{`${answer.data ? firstLine(answer.data.intent) : run} · Otto`}</title>
      <nav aria-label="Breadcrumb">
        <Link to="/">Runs</Link>
      </nav>
      {answer.data ? <Shown run={answer.data} /> : <h1>{run}</h1>}
      {answer.isPending && <Loading rows={3} />}
      {answer.isError && <Failure error={answer.error} again={() => void answer.refetch()} />}
    </article>
  );
}

function Shown({ run }: { run: Run }) {
  const short = firstLine(run.intent);
  return (
    <>
      <h1>{short}</h1>
      <p className="facts">
        <StateBadge standing={run} />
        <code>{run.run}</code>
        <span className="quiet">{run.project}</span>
      </p>
      {short !== run.intent && (
        <details>
          <summary>The whole intent</summary>
          <pre className="prose">{run.intent}</pre>
        </details>
      )}
      {run.state !== "ended" && <Phases current={run.phase} />}
      <h2>Groups</h2>
      <Groups groups={run.groups} />
    </>
  );
}

/// The first line of a text, cut at a word if it is long.
function firstLine(text: string): string {
  const line = text.trim().split("\n", 1)[0] ?? "";
  return line.length <= 140 ? line : `${line.slice(0, 140).replace(/\s\S*$/, "")}…`;
}
