/// What a run promises to deliver, as the api tells it (`otto-spec/1`).
export type Spec = {
  title: string;
  structure: { kind: string } & Record<string, unknown>;
  demands: Demand[];
  features: Feature[];
  groups: GroupSpec[];
  checks: Check[];
  guardrails: Guardrail[];
  nonGoals: string[];
  openQuestions: string[];
  start?: { argv: string[]; ready: { path: string; seconds: number } };
  fixtures: { id: string; argv: string[] }[];
  setup: string[][];
};

/// A piece of the intent and what became of it; of nothing, it is not covered.
export type Demand = { words: string; becomes: string[] };

export type Feature = { id: string; title: string; clauses: Clause[] };

export type Clause = {
  id: string;
  text: string;
  kind: "new" | "kept";
  judged: boolean;
  checks: string[];
};

export type GroupSpec = {
  id: string;
  title: string;
  features: string[];
  needs: string[];
  owns: string[];
  shared: string[];
  checks: string[];
};

export type Guardrail = {
  id: string;
  text: string;
  scope: { over: "all" } | { over: "group"; group: string } | { over: "feature"; feature: string };
  checks: string[];
};

export type HttpStep = {
  actor?: string;
  request: { method: string; path: string; headers: Record<string, string>; body?: string };
  expect: {
    status?: number;
    headers: Record<string, string>;
    contains: string[];
    lacks: string[];
  };
};

export type FileExpectation = {
  path: string;
  absent: boolean;
  contains: string[];
  lacks: string[];
};

export type Check =
  | {
      check: "command";
      id: string;
      argv: string[];
      timeoutSeconds?: number;
      oracle: { files: { path: string; text: string }[]; base: string[] };
    }
  | { check: "http"; id: string; steps: HttpStep[]; timeoutSeconds?: number }
  | { check: "files"; id: string; expect: FileExpectation[] }
  | { check: "browser"; id: string; journey: string[] };

/// One revision of a run's spec. Without `by` the spec agent wrote it.
export type Revision = { number: number; spec: string; title: string; by?: string; at: string };
