import { Ago } from "../../../shared/ago";
import { Link } from "../../../shared/location";
import type { RunSummary } from "../api/run";
import { StateBadge } from "./state-badge";

/// One run in the list.
export function RunRow({ run }: { run: RunSummary }) {
  return (
    <li className="row">
      <div className="what">
        <Link className="intent" to={`/runs/${encodeURIComponent(run.run)}`}>
          {run.intent}
        </Link>
        <p className="quiet">
          <span title={run.project}>{lastOf(run.project)}</span>
          <code>{run.run}</code>
          <Ago at={run.createdAt} />
        </p>
      </div>
      <p className="where">
        {run.state !== "ended" && <span className="quiet">{run.phase}</span>}
        <StateBadge standing={run} />
      </p>
    </li>
  );
}

function lastOf(path: string): string {
  return path.split("/").findLast((part) => part !== "") ?? path;
}
