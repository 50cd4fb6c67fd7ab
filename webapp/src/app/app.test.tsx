import { act, cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { App } from "./app";
import { ID as id, LINE as run, SampleOtto, ToldStream, WHOLE as whole } from "./sample-otto";

let otto: SampleOtto;

beforeEach(() => {
  otto = new SampleOtto();
});

afterEach(() => {
  cleanup();
  window.history.pushState(null, "", "/");
});

test("the list leads to a run and back", async () => {
  render(<App />);

  fireEvent.click(await screen.findByRole("link", { name: "A shop" }));

  expect(await screen.findByText("cart")).toBeTruthy();
  expect(window.location.pathname).toBe(`/runs/${id}`);
  fireEvent.click(screen.getByRole("link", { name: "All runs" }));
  expect(await screen.findByRole("heading", { name: "Runs", level: 1 })).toBeTruthy();
});

test("news of a run is shown without asking", async () => {
  window.history.pushState(null, "", `/runs/${id}`);
  render(<App />);
  await screen.findByText("working");
  act(() => ToldStream.last.onopen());
  expect(screen.getByText("Live")).toBeTruthy();

  otto.answers[`/api/v1/runs/${id}`] = { ...whole, state: "ended", verdict: "passed" };
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

  otto.answers["/api/v1/runs"] = { runs: [{ ...run, state: "paused" }] };
  act(() => ToldStream.last.tell({ id: 8, run: id, type: "held" }));

  expect(await screen.findByText("1 run needs you.")).toBeTruthy();
});

test("no run yet says how to start one", async () => {
  otto.answers["/api/v1/runs"] = { runs: [] };
  render(<App />);

  expect(await screen.findByText(/otto run/)).toBeTruthy();
});

test("older runs are asked for before the oldest that is shown, and none is shown twice", async () => {
  const older = { ...run, run: "2026-11-20-180000-000001", title: "A portal" };
  otto.answers["/api/v1/runs"] = { runs: [run], next: id };
  otto.answers[`/api/v1/runs?before=${id}`] = { runs: [older] };
  render(<App />);

  fireEvent.click(await screen.findByRole("button", { name: "Older runs" }));

  expect(await screen.findByRole("link", { name: "A portal" })).toBeTruthy();
  expect(screen.getAllByRole("link", { name: "A shop" })).toHaveLength(1);
  expect(screen.queryByRole("button", { name: "Older runs" })).toBeNull();
});

test("what cannot be taken back is asked twice, and a refusal is shown beside it", async () => {
  window.history.pushState(null, "", `/runs/${id}`);
  render(<App />);

  fireEvent.click(await screen.findByRole("button", { name: "Abort…" }));
  expect(otto.posts).toHaveLength(0);
  expect(document.activeElement?.textContent).toBe("Back");
  fireEvent.click(screen.getByRole("button", { name: "Abort the run" }));

  expect((await screen.findByRole("alert")).textContent).toContain("There is no such run.");
  expect(screen.queryByRole("link", { name: "Review the spec" })).toBeNull();
});
