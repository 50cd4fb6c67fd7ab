import { act, cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { App } from "./app";

const id = "2026-11-21-090312-a1b2c3";
const run = {
  run: id,
  project: "/home/me/shop",
  intent: "build a shop",
  state: "working",
  phase: "build",
  verdict: null,
  createdAt: "2026-11-21T09:03:12Z",
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

beforeEach(() => {
  answers = {
    "/api/v1/runs": { runs: [run], next: null },
    [`/api/v1/runs/${id}`]: { ...run, groups: [{ group: "cart", state: "queued", attempts: 1 }] },
  };
  vi.stubGlobal("EventSource", ToldStream);
  vi.stubGlobal("fetch", async (path: string) =>
    path in answers
      ? Response.json(answers[path])
      : Response.json({ sentence: "There is no such run.", next: "otto list" }, { status: 404 }),
  );
  vi.stubGlobal("scrollTo", () => {});
});

afterEach(() => {
  cleanup();
  window.history.pushState(null, "", "/");
});

test("the list leads to a run and back", async () => {
  render(<App />);

  fireEvent.click(await screen.findByRole("link", { name: "build a shop" }));

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

  answers[`/api/v1/runs/${id}`] = { ...run, state: "ended", verdict: "passed", groups: [] };
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
    expect.stringContaining("There is no such run.otto list"),
  );
});

test("no run yet says how to start one", async () => {
  answers["/api/v1/runs"] = { runs: [], next: null };
  render(<App />);

  expect(await screen.findByText(/otto run/)).toBeTruthy();
});
