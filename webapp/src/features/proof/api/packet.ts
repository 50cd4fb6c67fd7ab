import type { Schemas } from "../../../shared/api";

/// The proof packet of a run.
export type Packet = Schemas["Packet"];

/// One audit, whole: what was found, and what it amounts to.
export type Audit = Schemas["AuditReport"];

export type CheckResult = Schemas["CheckResult"];

export type ClauseVerdict = Schemas["ClauseVerdict"];

export type Value = ClauseVerdict["value"];

/// Every clause that was judged, those of guardrails too.
export function allClauses(audit: Audit): ClauseVerdict[] {
  return [...audit.judgement.clauses, ...audit.judgement.guardrails];
}
