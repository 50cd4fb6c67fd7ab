/// Runs as the api shows them. What is not known is left out.
export type Verdict = "passed" | "failed" | "partial" | "blocked" | "aborted";

/// Where a run stands. Only an ended one has a verdict.
export type Standing =
  | { state: "working" | "waiting" | "limited" | "pausing" | "paused"; verdict?: never }
  | { state: "ended"; verdict: Verdict };

export type RunLine = Standing & {
  run: string;
  project: string;
  repository: string;
  title: string;
  phase: string;
  createdAt: string;
  changedAt: string;
};

export type Group = {
  group: string;
  state: string;
  needs: string[];
  attempts: number;
  why?: string;
};

export type ClauseValue = { clause: string; value: "proven" | "refuted" | "unproven" };

/// Something a person may ask of the run, or why not now.
export type Action = { id: string; enabled: boolean; reason?: string; danger: boolean };

export type Run = RunLine & {
  intent: string;
  why?: string;
  /// When what it waits for is over by itself.
  until?: string;
  spec?: string;
  commit?: string;
  groups: Group[];
  clauses: ClauseValue[];
  actions: Action[];
  proof?: string;
  landedOn?: string;
};
