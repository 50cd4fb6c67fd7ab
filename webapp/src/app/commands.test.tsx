import { act, cleanup, fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Action, Run } from "../features/run/api/run";
import { App } from "./app";
import { ENDED, ID, may, RUN, SampleOtto, ToldStream, WHOLE } from "./sample-otto";

const GROUPS: Action[] = ["till", "cart"].flatMap((group) => [
  { id: "say", group, enabled: true, danger: false },
  { id: "abort-group", group, enabled: group === "cart", danger: true, reason: "It is merged." },
]);

const AT_WORK: Run = {
  ...WHOLE,
  budget: "1 of 4 calls",
  groups: [
    { group: "cart", state: "building", needs: [], attempts: 1, round: 0 },
    { group: "till", state: "waiting", needs: ["cart"], attempts: 0, round: 0 },
  ],
  actions: [...may("pause", "budget", "abort"), ...GROUPS],
};

let otto: SampleOtto;

beforeEach(() => {
  otto = new SampleOtto();
  otto.answers[RUN] = AT_WORK;
  window.history.pushState(null, "", `/runs/${ID}`);
});

afterEach(cleanup);

function body(at: number): unknown {
  return JSON.parse(String(otto.posts[at]?.request.body));
}

test("a word for an agent is sent to its group and shown until it was heard", async () => {
  otto.answers[`${RUN}/say`] = { ...AT_WORK, unheard: 1 };
  render(<App />);
  fireEvent.change(await screen.findByLabelText("To the agent of group"), {
    target: { value: "cart" },
  });
  fireEvent.change(screen.getByLabelText("What you have to say"), {
    target: { value: "In cents, please." },
  });
  const message = {
    by: "ada",
    group: "cart",
    text: "In cents, please.",
    now: true,
    at: WHOLE.changedAt,
  };
  otto.answers[`${RUN}/messages`] = { messages: [message] };

  fireEvent.click(screen.getByLabelText(/Now: the call that runs is ended/));
  fireEvent.click(screen.getByRole("button", { name: "Say it" }));

  expect(await screen.findByText("not heard yet")).toBeTruthy();
  expect(screen.getByText("1 unheard")).toBeTruthy();
  expect(body(0)).toEqual({ text: "In cents, please.", group: "cart", now: true });
  expect(screen.getByLabelText("What you have to say")).toHaveProperty("value", "");

  otto.answers[`${RUN}/messages`] = { messages: [{ ...message, heardAt: WHOLE.changedAt }] };
  act(() => ToldStream.last.tell({ id: 9, run: ID, type: "heard" }));
  expect(await screen.findByText(/✓ heard/)).toBeTruthy();
});

test("a word to an agent that is no longer at work does not look as if it were still to be heard", async () => {
  const message = { by: "ada", group: "home", text: "Hurry.", now: false, at: WHOLE.changedAt };
  otto.answers[`${RUN}/messages`] = { messages: [message] };
  render(<App />);

  expect(await screen.findByText("not heard: its agent is not at work")).toBeTruthy();
});

test("a word that is refused is not lost", async () => {
  otto.refusals[`${RUN}/say`] = {
    status: 409,
    problem: { detail: "Group till is merged already.", nextStep: "See it." },
  };
  render(<App />);
  fireEvent.change(await screen.findByLabelText("What you have to say"), {
    target: { value: "Wait." },
  });

  fireEvent.click(screen.getByRole("button", { name: "Say it" }));

  expect(await screen.findByText("Group till is merged already. See it.")).toBeTruthy();
  expect(screen.getByDisplayValue("Wait.")).toBeTruthy();
});

test("a budget is added to in each of its units", async () => {
  otto.answers[`${RUN}/budget`] = { ...AT_WORK, budget: "1 of 9 calls" };
  render(<App />);
  const amount = await screen.findByLabelText("Add to the budget");
  const add = screen.getByRole("button", { name: "Add" });
  expect(add).toHaveProperty("disabled", true);
  const sent = [
    ["minutes", "1.5", { seconds: 90 }],
    ["tokens", "20000", { more: { tokens: 20000 } }],
    ["dollars", "2.5", { more: { usd: 2.5 } }],
    ["calls", "5", { more: { calls: 5 } }],
  ] as const;

  for (const [at, [unit, typed, expected]] of sent.entries()) {
    fireEvent.change(screen.getByLabelText("of"), { target: { value: unit } });
    fireEvent.change(amount, { target: { value: typed } });
    fireEvent.click(add);
    await waitFor(() => expect(amount).toHaveProperty("value", ""));
    expect(otto.posts).toHaveLength(at + 1);
    expect(body(at)).toEqual(expected);
  }
});

test("a group is aborted by itself, and what is lost with it is said first", async () => {
  otto.answers[`${RUN}/groups/cart/abort`] = AT_WORK;
  render(<App />);
  expect(screen.queryByRole("button", { name: "Abort… group till" })).toBeNull();

  fireEvent.click(await screen.findByRole("button", { name: "Abort… group cart" }));
  const doubt = screen.getByRole("form", { name: "Abort group cart?" });
  expect(doubt.textContent).toContain("Not built without it: till.");
  expect(document.activeElement?.textContent).toBe("Back");
  expect(otto.posts).toHaveLength(0);
  fireEvent.click(within(doubt).getByRole("button", { name: "Abort cart" }));

  await waitFor(() => expect(doubt.isConnected).toBe(false));
  expect(otto.posts.map(({ path }) => path)).toEqual([`${RUN}/groups/cart/abort`]);
});

test("Escape leads out of a question without an answer", async () => {
  render(<App />);
  fireEvent.click(await screen.findByRole("button", { name: "Abort…" }));

  fireEvent.keyDown(screen.getByRole("button", { name: "Back" }), { key: "Escape" });

  expect(await screen.findByRole("button", { name: "Abort…" })).toBeTruthy();
  expect(otto.posts).toHaveLength(0);
});

test("what lands is exactly the commit that was audited, and it is asked first", async () => {
  otto.answers[RUN] = ENDED;
  otto.answers[`${RUN}/land`] = { ...ENDED, landedOn: "main", actions: [] };
  render(<App />);

  fireEvent.click(await screen.findByRole("button", { name: "Land it…" }));
  fireEvent.click(screen.getByRole("button", { name: "Land it" }));

  expect(await screen.findByText("on main")).toBeTruthy();
  expect(body(0)).toEqual({ commit: ENDED.commit });
});
