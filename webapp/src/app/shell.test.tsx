import { act, cleanup, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { App } from "./app";
import { AT_THE_GATE, ID, LINE, RUN, SampleOtto, ToldStream } from "./sample-otto";

const PORTAL = { ...LINE, run: "2026-11-20-180000-000001", title: "A portal", state: "waiting" };
const DONE = {
  ...LINE,
  run: "2026-11-19-180000-000002",
  title: "An import",
  state: "ended",
  verdict: "passed",
};

let otto: SampleOtto;

beforeEach(() => {
  otto = new SampleOtto();
  otto.answers["/api/v1/runs"] = { runs: [LINE, PORTAL, DONE] };
  localStorage.clear();
  window.history.pushState(null, "", "/");
});

afterEach(() => {
  vi.useRealTimers();
  cleanup();
});

function titles(): (string | null)[] {
  return screen
    .getAllByRole("link")
    .filter((link) => link.className === "title")
    .map((link) => link.textContent);
}

function press(key: string, where: Element = document.body) {
  fireEvent.keyDown(where, { key });
}

test("what needs a person stands first, in the navigation and before the title of every screen", async () => {
  render(<App />);
  await screen.findByText("1 run needs you.");

  expect(titles()).toEqual(["A portal", "A shop", "An import"]);
  expect(screen.getByRole("link", { name: "Runs 1 needs you" })).toBeTruthy();
  await waitFor(() => expect(document.title).toBe("(1) Runs · Otto"));
  fireEvent.click(screen.getByRole("link", { name: "A shop" }));
  await waitFor(() => expect(document.title).toBe("(1) A shop · Otto"));
});

test("the list is searched and narrowed, and the address says how (W-60)", async () => {
  render(<App />);
  await screen.findByText("A shop");

  fireEvent.change(screen.getByLabelText(/Search the runs/), { target: { value: "an import" } });
  expect(titles()).toEqual(["An import"]);
  expect(window.location.search).toBe("?search=an+import");
  fireEvent.click(screen.getByRole("button", { name: "Need you" }));
  expect(screen.getByText(/None of the 3 runs that are loaded is meant/)).toBeTruthy();
  fireEvent.click(screen.getByRole("button", { name: "Show all" }));
  expect(titles()).toHaveLength(3);
  expect(window.location.search).toBe("");
});

test("an address leads straight to the screen that it names", async () => {
  otto.answers[RUN] = AT_THE_GATE;
  window.history.pushState(null, "", `/runs/${ID}/spec`);
  render(<App />);

  expect(await screen.findByText("This spec waits for you")).toBeTruthy();
  await waitFor(() => expect(document.title).toBe("(1) Spec · A shop · Otto"));
  expect(screen.getByRole("link", { name: "Spec" }).getAttribute("aria-current")).toBe("page");
});

test("everything is reached with keys, and none is pressed while typing", async () => {
  otto.answers[RUN] = AT_THE_GATE;
  render(<App />);
  await screen.findByText("A shop");

  press("j");
  press("j");
  expect(document.activeElement?.textContent).toBe("A shop");
  press("k");
  expect(document.activeElement?.textContent).toBe("A portal");
  press("/");
  expect(document.activeElement?.id).toBe("search");
  press("j", document.activeElement ?? document.body);
  expect(document.activeElement?.id).toBe("search");

  fireEvent.click(screen.getByRole("link", { name: "A shop" }));
  await screen.findByRole("link", { name: "Review the spec" });
  press("s");
  await screen.findByText("This spec waits for you");
  press("a");
  expect(document.activeElement?.textContent).toBe("Approve revision 1");
  expect(otto.posts).toHaveLength(0);
  press("g");
  press("r");
  expect(await screen.findByRole("heading", { name: "Runs", level: 1 })).toBeTruthy();
});

test("the sheet tells every key and switches them off", async () => {
  render(<App />);
  await screen.findByText("A shop");

  press("?");
  expect(screen.getByText("search the runs")).toBeTruthy();
  fireEvent.click(screen.getByLabelText("These keys do something"));
  fireEvent.click(screen.getByRole("button", { name: "Close" }));
  press("/");

  expect(document.activeElement?.id).not.toBe("search");
});

test("a stream that stays away makes the page say since when it is old", async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  render(<App />);
  await screen.findByText("A shop");
  act(() => ToldStream.last.onopen());

  act(() => ToldStream.last.onerror());
  expect(screen.getByText("Reconnecting")).toBeTruthy();
  act(() => vi.advanceTimersByTime(10_000));
  expect(screen.getByText("Offline")).toBeTruthy();
  expect(screen.getByText(/Otto has not answered since/)).toBeTruthy();

  act(() => ToldStream.last.onopen());
  expect(screen.getByText("Live")).toBeTruthy();
  expect(screen.queryByText(/Otto has not answered since/)).toBeNull();
});

test("a stream without a beat is opened again, whatever it says of itself", async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  render(<App />);
  const first = ToldStream.last;
  act(() => first.onopen());

  for (let beat = 0; beat < 5; beat++) {
    act(() => vi.advanceTimersByTime(10_000));
    act(() => first.say("heartbeat", "{}"));
  }
  expect(ToldStream.last).toBe(first);
  act(() => vi.advanceTimersByTime(35_000));

  expect(ToldStream.last).not.toBe(first);
  expect(first.readyState).toBe(ToldStream.CLOSED);
});

test("a server of another build offers the new page", async () => {
  render(<App />);
  await screen.findByText("A shop");
  act(() => ToldStream.last.say("hello", '{"uiBuild":"one"}'));
  act(() => ToldStream.last.say("hello", '{"uiBuild":"one"}'));
  expect(screen.queryByRole("button", { name: "Reload" })).toBeNull();

  act(() => ToldStream.last.say("hello", '{"uiBuild":"two"}'));

  expect(screen.getByText("New version")).toBeTruthy();
  expect(screen.getByRole("button", { name: "Reload" })).toBeTruthy();
});

test("a long list of runs is shown page by page, and a burst of news reads it once a second", async () => {
  const many = Array.from({ length: 500 }, (_, at) => ({
    ...DONE,
    run: `2026-10-01-090312-${String(at).padStart(6, "0")}`,
    title: `Run ${at} ${"with a very long name ".repeat(10)}`,
  }));
  otto.answers["/api/v1/runs"] = { runs: many };
  render(<App />);
  await screen.findByText(/^Run 499 /);
  const before = otto.asked.filter(({ path }) => path === "/api/v1/runs").length;

  for (let news = 0; news < 50; news++) {
    act(() => ToldStream.last.tell({ id: news, run: ID, type: "call.ordered" }));
  }
  await waitFor(() =>
    expect(otto.asked.filter(({ path }) => path === "/api/v1/runs").length).toBe(before + 1),
  );
});
