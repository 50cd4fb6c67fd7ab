import type { CheckResult } from "../api/packet";

/// One check that a clause rests on: what it came to, before and after, and what it left.
export function Rests({
  run,
  check,
  after,
  before,
  marks,
}: {
  run: string;
  check: string;
  after: CheckResult | undefined;
  before: CheckResult | undefined;
  marks: string[];
}) {
  return (
    <p className="rests">
      <code>{check}</code>
      <span>
        {after ? `${after.outcome}: ${after.sentence}` : "not run"}
        {before && `; before the work ${before.outcome}`}
      </span>
      {after?.evidence && (
        <a
          href={`/api/v1/runs/${encodeURIComponent(run)}/evidence/${after.evidence}`}
          target="_blank"
          rel="noopener"
        >
          evidence<span className="unseen"> of {check}</span>
        </a>
      )}
      {marks.map((mark) => (
        <span key={mark} className="value partial">
          {mark}
        </span>
      ))}
    </p>
  );
}
