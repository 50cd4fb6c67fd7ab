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

/// What calls used. The cost is left out where it is not known.
export type Usage = {
  calls: number;
  inputTokens: number;
  cachedTokens: number;
  outputTokens: number;
  usd?: number;
};

export type Group = {
  group: string;
  state: string;
  needs: string[];
  attempts: number;
  why?: string;
};

export type ClauseValue = { clause: string; value: "proven" | "refuted" | "unproven" };

/// Something a person may ask of the run, or of one group of it, or why not now.
export type Action = {
  id: string;
  group?: string;
  enabled: boolean;
  reason?: string;
  danger: boolean;
};

/// What the server says of an action now; `null` if it knows of none.
export function actionOf(run: Run, id: string, group?: string): Action | null {
  return run.actions.find((action) => action.id === id && action.group === group) ?? null;
}

export type Run = RunLine & {
  intent: string;
  why?: string;
  /// When what it waits for is over by itself.
  until?: string;
  spec?: string;
  commit?: string;
  /// What of its budget is used, if it has one.
  budget?: string;
  /// How many messages wait for the next calls.
  unheard: number;
  usage: Usage;
  workedMillis: number;
  groups: Group[];
  clauses: ClauseValue[];
  actions: Action[];
  proof?: string;
  landedOn?: string;
};
