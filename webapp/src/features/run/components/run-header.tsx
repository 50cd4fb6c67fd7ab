import { Until } from "../../../shared/ago";
import type { Run } from "../api/run";
import { StateBadge } from "./state-badge";

/// Which run it is and where it stands.
export function RunHeader({ run }: { run: Run }) {
  return (
    <header className="run-head">
      <h1>{run.title}</h1>
      <p className="facts">
        <StateBadge standing={run} />
        {run.why && <span>{run.state === "waiting" ? `for ${run.why}` : run.why}</span>}
        {run.state === "limited" && run.until && (
          <span className="quiet">
            It goes on by itself <Until at={run.until} />.
          </span>
        )}
      </p>
      <p className="facts quiet">
        <code>{run.run}</code>
        <span>{run.repository}</span>
      </p>
    </header>
  );
}
