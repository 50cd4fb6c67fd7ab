import type { Spec } from "../../spec/api/spec";

/// The proof packet of a run (`otto-proof/1`), as far as the page shows it.
export type Packet = {
  verdict: "passed" | "failed" | "partial" | "blocked" | "aborted";
  why: string;
  title: string;
  commit?: string;
  spec?: Spec;
  audit?: Audit;
  rounds: number;
  groups: { group: string; state: string; merged?: string }[];
  work: { group: string; files: { path: string; added: number; removed: number }[] }[];
  usage: { calls: number; usd?: number };
  workedMillis: number;
  branch: string;
  walls: string;
  engine: string;
  provider: string;
};

export type Audit = {
  findings: {
    commit: string;
    after: CheckResult[];
    base: CheckResult[];
    notLookedAt: string[];
  };
  judgement: {
    clauses: ClauseVerdict[];
    features: { feature: string; verdict: string; reasons: string[] }[];
    guardrails: ClauseVerdict[];
    reasons: string[];
  };
};

export type CheckResult = {
  check: string;
  outcome: string;
  sentence: string;
  evidence?: string;
  millis: number;
};

export type Value = "proven" | "refuted" | "unproven";

export type ClauseVerdict = {
  clause: string;
  value: Value;
  reasons: string[];
  marks: Record<string, string[]>;
};

/// Every clause that was judged, those of guardrails too.
export function allClauses(audit: Audit): ClauseVerdict[] {
  return [...audit.judgement.clauses, ...audit.judgement.guardrails];
}
