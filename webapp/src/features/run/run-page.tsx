import { Link } from "../../shared/location";
import { Failure, Loading } from "../../shared/notices";
import { useRun } from "./api/get-run";
import type { Run } from "./api/run";
import { Clauses } from "./components/clauses";
import { Commands } from "./components/commands";
import { Groups } from "./components/groups";
import { Phases } from "./components/phases";
import { Product } from "./components/product";
import { StateBadge } from "./components/state-badge";

/// One run: what was asked, where it stands, what it needs, how far its groups are, what it left.
export function RunPage({ run }: { run: string }) {
  const answer = useRun(run);
  return (
    <article data-ready={answer.isPending ? undefined : ""}>
      <title>{`${answer.data?.title ?? run} · Otto`}</title>
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
  const ended = run.state === "ended";
  return (
    <>
      <h1>{run.title}</h1>
      <p className="facts">
        <StateBadge standing={run} />
        {run.why && <span>{run.state === "waiting" ? `for ${run.why}` : run.why}</span>}
      </p>
      <p className="facts quiet">
        <code>{run.run}</code>
        <span>{run.repository}</span>
        {run.spec && (
          <a
            href={`/api/v1/runs/${encodeURIComponent(run.run)}/spec`}
            target="_blank"
            rel="noopener"
          >
            The spec, as JSON
          </a>
        )}
      </p>
      {run.intent.trim() !== run.title && (
        <details>
          <summary>The whole intent</summary>
          <pre className="prose">{run.intent}</pre>
        </details>
      )}
      <Commands run={run} />
      <Product run={run} />
      {!ended && <Phases current={run.phase} />}
      {run.clauses.length > 0 && <Clauses clauses={run.clauses} />}
      <h2>Groups</h2>
      <Groups groups={run.groups} ended={ended} />
    </>
  );
}
