import { Link } from "../../shared/location";
import type { Run } from "./api/run";
import { actionOf } from "./api/run";
import { Budget } from "./components/budget";
import { Clauses } from "./components/clauses";
import { Commands } from "./components/commands";
import { Groups } from "./components/groups";
import { Phases } from "./components/phases";
import { Product } from "./components/product";
import { Talk } from "./components/talk";

/// What a run needs, how far its groups are, and what it left.
export function Overview({ run }: { run: Run }) {
  const ended = run.state === "ended";
  return (
    <>
      {actionOf(run, "approve")?.enabled && (
        <section className="gate">
          <h2>Its spec waits for you</h2>
          <p>Read what will be built, then approve it, change it or reject it.</p>
          <Link className="button first" to={`/runs/${encodeURIComponent(run.run)}/spec`}>
            Review the spec
          </Link>
        </section>
      )}
      <Commands run={run} />
      <Product run={run} />
      {!ended && <Phases current={run.phase} />}
      {run.clauses.length > 0 && <Clauses clauses={run.clauses} />}
      <h2>Groups</h2>
      <Groups run={run} />
      <Talk run={run} />
      <Budget run={run} />
      {run.intent.trim() !== run.title && (
        <details className="whole">
          <summary>The whole intent</summary>
          <pre className="prose">{run.intent}</pre>
        </details>
      )}
    </>
  );
}
