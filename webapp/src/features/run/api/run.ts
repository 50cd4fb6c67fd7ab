/// Runs as the api shows them.
export type Verdict = "passed" | "failed" | "partial" | "blocked" | "aborted";

/// Where a run stands. Only an ended one has a verdict.
export type Standing =
  | { state: "working" | "waiting" | "pausing" | "paused"; verdict: null }
  | { state: "ended"; verdict: Verdict };

export type RunSummary = Standing & {
  run: string;
  project: string;
  intent: string;
  phase: string;
  createdAt: string;
};

export type Group = { group: string; state: string; attempts: number };

export type Run = Standing & {
  run: string;
  project: string;
  intent: string;
  phase: string;
  groups: Group[];
};
