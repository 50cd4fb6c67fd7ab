import type { Clause } from "../api/spec";
import { Ids } from "./ids";
import { Marked } from "./marked";

/// One promise, and how it will be proven.
export function ClauseLine({ clause, what }: { clause: Clause; what: "clause" | "guardrail" }) {
  return (
    <li id={`${what}-${clause.id}`} className="clause-line">
      <p>
        {clause.text} <Marked what={what} id={clause.id} />
      </p>
      <p className="how">
        <code>{clause.id}</code>
        {clause.kind === "kept" && what === "clause" && <span>must stay true</span>}
        {clause.judged && <span>judged by the auditor</span>}
        {clause.checks.length > 0 && (
          <span>
            proven by <Ids of={clause.checks} what="check" />
          </span>
        )}
        {clause.checks.length === 0 && !clause.judged && (
          <span className="warn">nothing would prove it</span>
        )}
      </p>
    </li>
  );
}
