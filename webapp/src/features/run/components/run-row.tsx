import { Ago } from "../../../shared/ago";
import { Link } from "../../../shared/location";
import type { RunLine } from "../api/run";
import { StateBadge } from "./state-badge";

/// One run in the list.
export function RunRow({ run }: { run: RunLine }) {
  return (
    <li className="row">
      <div className="what">
        <Link className="title" to={`/runs/${encodeURIComponent(run.run)}`}>
          {run.title}
        </Link>
        <p className="quiet">
          <span title={run.repository}>{lastOf(run.repository)}</span>
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
