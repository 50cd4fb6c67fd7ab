import { vi } from "vitest";
import type { Packet } from "../features/proof/api/packet";
import type { Action, Run } from "../features/run/api/run";
import type { Revision, Spec } from "../features/spec/api/spec";

export const ID = "2026-11-21-090312-a1b2c3";
export const RUN = `/api/v1/runs/${ID}`;

export const LINE = {
  run: ID,
  project: "p-0123456789ab",
  repository: "/home/me/shop",
  title: "A shop",
  state: "working" as const,
  phase: "build" as const,
  createdAt: "2026-11-21T09:03:12Z",
  changedAt: "2026-11-21T09:04:00Z",
};

const CLAUDE = { provider: "claude", direct: false, otherwise: [] };

export const WHOLE: Run = {
  ...LINE,
  seq: 12,
  intent: "build a shop",
  groups: [{ group: "cart", state: "queued", needs: [], attempts: 1, round: 0 }],
  clauses: [],
  calls: [],
  round: 0,
  agents: { spec: CLAUDE, build: CLAUDE, audit: CLAUDE, fix: CLAUDE },
  unheard: 0,
  usage: { calls: 1, inputTokens: 5200, cachedTokens: 1100, outputTokens: 3900 },
  workedMillis: 48_000,
  actions: [
    { id: "approve", enabled: false, reason: "It does not wait for an approval.", danger: false },
    { id: "abort", enabled: true, danger: true },
  ],
};

export const FIRST = "1111111111111111111111111111111111111111111111111111111111111111";
export const SECOND = "2222222222222222222222222222222222222222222222222222222222222222";

export const SPEC: Spec = {
  schema: "otto-spec/1",
  title: "A shop",
  structure: { kind: "webapp", routes: ["/cart"], components: [], dataModel: ["Cart"] },
  demands: [
    { words: "a shop", becomes: ["pay-1", "non-goal"] },
    { words: "for everybody", becomes: [] },
  ],
  features: [
    {
      id: "pay",
      title: "Paying",
      clauses: [
        { id: "pay-1", text: "Cards are taken.", kind: "new", judged: false, checks: ["pays"] },
        { id: "look-1", text: "It looks well.", kind: "kept", judged: true, checks: [] },
      ],
    },
  ],
  groups: [
    {
      id: "till",
      title: "The till",
      features: ["pay"],
      needs: ["cart"],
      owns: ["src/till/**"],
      shared: ["README.md"],
      checks: ["pays"],
    },
    {
      id: "cart",
      title: "The cart",
      features: [],
      needs: [],
      owns: ["src/cart/**"],
      shared: [],
      checks: ["adds"],
    },
  ],
  checks: [
    {
      check: "http",
      id: "pays",
      steps: [
        {
          actor: "ada",
          request: { method: "POST", path: "/pay", headers: {} },
          expect: { status: 201, headers: {}, contains: ["paid"], lacks: [] },
          capture: {},
        },
      ],
    },
    {
      check: "command",
      id: "adds",
      argv: ["sh", "tests/adds.sh"],
      oracle: { files: [{ path: "tests/adds.sh", text: "exit 0" }], base: [] },
    },
    {
      check: "files",
      id: "manual",
      expect: [{ path: "README.md", absent: false, contains: ["Shop"], lacks: [] }],
    },
  ],
  guardrails: [
    { id: "never-1", text: "No card is stored.", scope: { over: "all" }, checks: ["manual"] },
  ],
  nonGoals: ["Refunds"],
  openQuestions: ["Which currency?"],
  fixtures: [],
  setup: [["npm", "ci"]],
};

export const LATER: Spec = {
  ...SPEC,
  features: SPEC.features.map((feature) => ({
    ...feature,
    clauses: feature.clauses.map((clause) =>
      clause.id === "pay-1" ? { ...clause, text: "Cards and cash are taken." } : clause,
    ),
  })),
};

export const REVISIONS: Revision[] = [
  { number: 1, spec: FIRST, title: "A shop", at: "2026-11-21T09:03:20Z" },
  { number: 2, spec: SECOND, title: "A shop", by: "ada", at: "2026-11-21T09:03:50Z" },
];

const PIECE = "3333333333333333333333333333333333333333333333333333333333333333";

/// The packet of a run in which one clause is proven and one is not.
export const PACKET: Packet = {
  verdict: "partial",
  why: "1 of 1 features is not proven; audited in 1 round",
  title: "A shop",
  commit: "0123456789abcdef0123456789abcdef01234567",
  spec: SPEC,
  audit: {
    findings: {
      round: 1,
      commit: "0123456789abcdef0123456789abcdef01234567",
      tree: "0123456789abcdef0123456789abcdef01234567",
      tampered: [],
      judged: [],
      neverMerged: [],
      walls: "all: processes and files",
      after: [
        {
          check: "pays",
          outcome: "passed",
          sentence: "1 step as expected",
          evidence: PIECE,
          millis: 80,
        },
        { check: "manual", outcome: "failed", sentence: "README.md lacks Shop", millis: 0 },
      ],
      base: [{ check: "pays", outcome: "failed", sentence: "nothing answers", millis: 80 }],
      notLookedAt: ["the pages on a phone"],
    },
    judgement: {
      clauses: [
        { clause: "pay-1", value: "proven", reasons: [], marks: { pays: [] } },
        {
          clause: "look-1",
          value: "unproven",
          reasons: ["judged, by the evidence of 'pays': It has no colours."],
          marks: {},
        },
      ],
      features: [{ feature: "pay", verdict: "partial", reasons: ["clause 'look-1' is unproven"] }],
      guardrails: [
        {
          clause: "never-1",
          value: "refuted",
          reasons: ["check 'manual' failed"],
          marks: { manual: ["self-written"] },
        },
      ],
      verdict: "partial",
      reasons: [],
    },
  },
  rounds: 1,
  groups: [],
  work: [{ group: "till", files: [{ path: "src/till/pay.ts", added: 12, removed: 3 }] }],
  usage: { calls: 4, inputTokens: 9_000, cachedTokens: 0, outputTokens: 800 },
  workedMillis: 125_000,
  criticalPathMs: 90_000,
  createdAt: "2026-11-21T09:03:12Z",
  schema: "otto-proof/1",
  run: ID,
  intent: "build a shop",
  strays: [],
  leftBehind: [],
  packages: [],
  branch: `otto/${ID}`,
  walls: "all: processes and files",
  engine: "in-process",
  provider: "scripted",
};

/// The run that left it.
export const ENDED: Run = {
  ...WHOLE,
  state: "ended",
  verdict: "partial",
  why: "1 of 1 features is not proven",
  commit: "0123456789abcdef0123456789abcdef01234567",
  proof: `/home/me/shop/otto_logs/sessions/${ID}/`,
  actions: [{ id: "land", enabled: true, danger: true }],
};

export function may(...ids: string[]): Action[] {
  return ids.map((id) => ({ id, enabled: true, danger: id === "reject" || id === "abort" }));
}

/// The run at the gate with its first revision.
export const AT_THE_GATE: Run = {
  ...WHOLE,
  state: "waiting",
  phase: "review",
  why: "a person to approve the spec",
  until: "2099-11-22T09:04:00Z",
  spec: FIRST,
  actions: may("approve", "edit", "regenerate", "reject", "abort"),
};

/// A stream that says what the test lets it say.
export class ToldStream extends EventTarget {
  static readonly CLOSED = 2;
  static last: ToldStream;
  readyState = 0;
  onopen: () => void = () => {};
  onerror: () => void = () => {};
  constructor(readonly url: string) {
    super();
    ToldStream.last = this;
  }
  close() {
    this.readyState = ToldStream.CLOSED;
  }
  tell(news: object) {
    this.say("message", JSON.stringify(news));
  }
  say(event: string, data: string) {
    this.dispatchEvent(new MessageEvent(event, { data }));
  }
}

type Asked = { path: string; request: RequestInit };

/// An api that answers what the test lets it answer, and remembers what it was asked.
export class SampleOtto {
  readonly asked: Asked[] = [];
  readonly refusals: Record<string, { status: number; problem: object } | "away"> = {};
  readonly answers: Record<string, unknown> = {
    "/api/v1/runs": { runs: [LINE] },
    [RUN]: WHOLE,
    [`${RUN}/specs`]: { revisions: REVISIONS.slice(0, 1) },
    [`${RUN}/specs/${FIRST}`]: SPEC,
    [`${RUN}/specs/${SECOND}`]: LATER,
    [`${RUN}/baggage`]: { baggage: { count: 1, pieces: [{ path: ".mcp.json" }] } },
    [`${RUN}/proof`]: PACKET,
    [`${RUN}/evidence`]: { worries: ["Nothing proves: look-1."] },
    [`${RUN}/messages`]: { messages: [] },
    "/api/v1/hosts": { hosts: [{ host: "host-1", facts: { walls: "all: processes and files" } }] },
    "/api/v1/session": { by: "me", csrf: "sign" },
  };

  constructor() {
    vi.stubGlobal("EventSource", ToldStream);
    vi.stubGlobal("fetch", (path: string, request: RequestInit) => this.answer(path, request));
    vi.stubGlobal("scrollTo", () => {});
    sessionStorage.clear();
  }

  /// What was asked to be done, in order.
  get posts(): Asked[] {
    return this.asked.filter(({ request }) => request.method === "POST");
  }

  key(at: number): string | null {
    return new Headers(this.posts[at]?.request.headers).get("idempotency-key");
  }

  private async answer(path: string, request: RequestInit): Promise<Response> {
    this.asked.push({ path, request });
    const refusal = this.refusals[path];
    if (refusal === "away") {
      throw new TypeError("Failed to fetch");
    }
    if (refusal) {
      return Response.json(refusal.problem, { status: refusal.status });
    }
    return path in this.answers
      ? Response.json(this.answers[path])
      : Response.json(
          { detail: "There is no such run.", nextStep: "See `otto runs`." },
          { status: 404 },
        );
  }
}
