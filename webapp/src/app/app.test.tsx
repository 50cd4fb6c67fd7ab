import { act, cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { App } from "./app";

const id = "2026-11-21-090312-a1b2c3";
const run = {
  run: id,
  project: "p-0123456789ab",
  repository: "/home/me/shop",
  title: "A shop",
  state: "working",
  phase: "build",
  createdAt: "2026-11-21T09:03:12Z",
  changedAt: "2026-11-21T09:04:00Z",
};
const whole = {
  ...run,
  intent: "build a shop",
  groups: [{ group: "cart", state: "queued", needs: [], attempts: 1 }],
  clauses: [],
  actions: [
    { id: "approve", enabled: false, reason: "It does not wait for an approval.", danger: false },
    { id: "abort", enabled: true, danger: true },
  ],
};

/// A stream that says what the test lets it say.
class ToldStream extends EventTarget {
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
    this.dispatchEvent(new MessageEvent("message", { data: JSON.stringify(news) }));
  }
}

let answers: Record<string, unknown>;
let asked: { path: string; request: RequestInit }[];

beforeEach(() => {
  answers = {
    "/api/v1/runs": { runs: [run] },
    [`/api/v1/runs/${id}`]: whole,
    "/api/v1/session": { by: "me", csrf: "sign" },
  };
  asked = [];
  vi.stubGlobal("EventSource", ToldStream);
  vi.stubGlobal("fetch", async (path: string, request: RequestInit) => {
    asked.push({ path, request });
    return path in answers
      ? Response.json(answers[path])
      : Response.json(
          { detail: "There is no such run.", nextStep: "See `otto runs`." },
          { status: 404 },
        );
  });
  vi.stubGlobal("scrollTo", () => {});
});

afterEach(() => {
  cleanup();
  window.history.pushState(null, "", "/");
});

test("the list leads to a run and back", async () => {
  render(<App />);

  fireEvent.click(await screen.findByRole("link", { name: "A shop" }));

  expect(await screen.findByRole("row", { name: "cart queued 1" })).toBeTruthy();
  expect(window.location.pathname).toBe(`/runs/${id}`);
  fireEvent.click(screen.getByRole("link", { name: "Runs" }));
  expect(await screen.findByRole("heading", { name: "Runs", level: 1 })).toBeTruthy();
});

test("news of a run is shown without asking", async () => {
  window.history.pushState(null, "", `/runs/${id}`);
  render(<App />);
  await screen.findByText("working");
  act(() => ToldStream.last.onopen());
  expect(screen.getByText("Live")).toBeTruthy();

  answers[`/api/v1/runs/${id}`] = { ...whole, state: "ended", verdict: "passed" };
  act(() => ToldStream.last.tell({ id: 7, run: id, type: "ended" }));

  expect(await screen.findByText("passed")).toBeTruthy();
});

test("a refused stream is opened again after the last news", async () => {
  vi.useFakeTimers();
  render(<App />);
  const first = ToldStream.last;
  act(() => first.tell({ id: 41, run: id, type: "x" }));

  act(() => {
    first.close();
    first.onerror();
  });
  expect(screen.getByText("Reconnecting")).toBeTruthy();
  act(() => vi.advanceTimersByTime(1_000));

  expect(ToldStream.last.url).toBe("/api/v1/events?after=41");
  vi.useRealTimers();
});

test("a run that is not there gets the sentence of the api", async () => {
  window.history.pushState(null, "", "/runs/nothing");
  render(<App />);

  expect(await screen.findByRole("alert")).toHaveProperty(
    "textContent",
    expect.stringContaining("There is no such run.See `otto runs`."),
  );
});

test("the list says first what needs the user", async () => {
  render(<App />);
  expect(await screen.findByText("Nothing needs you.")).toBeTruthy();

  answers["/api/v1/runs"] = { runs: [{ ...run, state: "paused" }] };
  act(() => ToldStream.last.tell({ id: 8, run: id, type: "held" }));

  expect(await screen.findByText("1 run needs you.")).toBeTruthy();
});

test("no run yet says how to start one", async () => {
  answers["/api/v1/runs"] = { runs: [] };
  render(<App />);

  expect(await screen.findByText(/otto run/)).toBeTruthy();
});

test("older runs are asked for before the oldest that is shown, and none is shown twice", async () => {
  const older = { ...run, run: "2026-11-20-180000-000001", title: "A portal" };
  answers["/api/v1/runs"] = { runs: [run], next: id };
  answers[`/api/v1/runs?before=${id}`] = { runs: [older] };
  render(<App />);

  fireEvent.click(await screen.findByRole("button", { name: "Older runs" }));

  expect(await screen.findByRole("link", { name: "A portal" })).toBeTruthy();
  expect(screen.getAllByRole("link", { name: "A shop" })).toHaveLength(1);
  expect(screen.queryByRole("button", { name: "Older runs" })).toBeNull();
});

test("a run that waits is approved as it was looked at, with the sign of this page", async () => {
  const waiting = {
    ...whole,
    state: "waiting",
    phase: "review",
    why: "a person to approve the spec",
    spec: "5bec",
    actions: [{ id: "approve", enabled: true, danger: false }],
  };
  answers[`/api/v1/runs/${id}`] = waiting;
  answers[`/api/v1/runs/${id}/approve`] = { ...whole, actions: [] };
  window.history.pushState(null, "", `/runs/${id}`);
  render(<App />);

  fireEvent.click(await screen.findByRole("button", { name: "Approve the spec" }));

  expect(await screen.findByText("working")).toBeTruthy();
  const approval = asked.find(({ request }) => request.method === "POST");
  expect(approval?.path).toBe(`/api/v1/runs/${id}/approve`);
  expect(approval?.request.body).toBe('{"spec":"5bec"}');
  expect(approval?.request.headers).toMatchObject({ "otto-csrf": "sign" });
});

test("what cannot be taken back is asked twice, and a refusal is shown beside it", async () => {
  window.history.pushState(null, "", `/runs/${id}`);
  render(<App />);

  fireEvent.click(await screen.findByRole("button", { name: "Abort" }));
  expect(asked.some(({ request }) => request.method === "POST")).toBe(false);
  fireEvent.click(screen.getByRole("button", { name: "Abort: are you sure?" }));

  expect((await screen.findByRole("alert")).textContent).toContain("There is no such run.");
  expect(screen.queryByRole("button", { name: "Approve the spec" })).toBeNull();
});
