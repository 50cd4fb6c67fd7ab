import type { Clause } from "../../spec/api/spec";
import type { Audit, ClauseVerdict } from "../api/packet";
import { Rests } from "./rests";
import { ValuePill } from "./value-pill";

export type Promised = Pick<Clause, "id" | "text" | "checks">;

/// Clauses with their verdicts and what those rest on.
export function Entries({
  run,
  audit,
  of,
  verdicts,
}: {
  run: string;
  audit: Audit;
  of: Promised[];
  verdicts: ClauseVerdict[];
}) {
  return (
    <ul className="entries">
      {of.map((clause) => {
        const verdict = verdicts.find((one) => one.clause === clause.id);
        return (
          verdict && (
            <Entry key={clause.id} run={run} audit={audit} clause={clause} verdict={verdict} />
          )
        );
      })}
    </ul>
  );
}

function Entry({
  run,
  audit,
  clause,
  verdict,
}: {
  run: string;
  audit: Audit;
  clause: Promised;
  verdict: ClauseVerdict;
}) {
  const { findings } = audit;
  return (
    <li id={`clause-${clause.id}`}>
      <ValuePill value={verdict.value} />
      <div>
        <p>
          {clause.text} <code className="quiet">{clause.id}</code>
        </p>
        {verdict.reasons.map((reason) => (
          <p key={reason} className="reason">
            {reason}
          </p>
        ))}
        {clause.checks.map((check) => (
          <Rests
            key={check}
            run={run}
            check={check}
            after={findings.after.find((one) => one.check === check)}
            before={findings.base.find((one) => one.check === check)}
            marks={verdict.marks[check] ?? []}
          />
        ))}
      </div>
    </li>
  );
}
