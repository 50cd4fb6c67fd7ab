import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import axe from "axe-core";
import { afterEach, beforeEach, expect, test } from "vitest";
import { App } from "./app";
import { AT_THE_GATE, ENDED, ID, may, REVISIONS, RUN, SampleOtto, SECOND } from "./sample-otto";

/// Every screen, and every form that opens on one (W-73). Colours are judged in `colours.test.ts`, since nothing is
/// painted here.
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

let otto: SampleOtto;

beforeEach(() => {
  otto = new SampleOtto();
  localStorage.clear();
});

afterEach(cleanup);

async function violations(): Promise<string[]> {
  const found = await axe.run(document, {
    runOnly: RULES,
    rules: { "color-contrast": { enabled: false } },
  });
  return found.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

function at(path: string) {
  document.documentElement.lang = "en"; // index.html says so
  window.history.pushState(null, "", path);
  render(<App />);
}

test("the list", async () => {
  at("/");
  await screen.findByText("A shop");

  expect(await violations()).toEqual([]);
});

test("the list without a run", async () => {
  otto.answers["/api/v1/runs"] = { runs: [] };
  at("/");
  await screen.findByText("No run yet");

  expect(await violations()).toEqual([]);
});

test("a run at work, and the question before it is aborted", async () => {
  otto.answers[RUN] = {
    ...AT_THE_GATE,
    state: "working",
    budget: "1 of 4 calls",
    actions: [
      ...may("pause", "budget", "abort"),
      { id: "say", group: "cart", enabled: true, danger: false },
      { id: "say", group: "till", enabled: true, danger: false },
      { id: "abort-group", group: "cart", enabled: true, danger: true },
    ],
  };
  at(`/runs/${ID}`);
  await screen.findByText("Words to agents");
  expect(await violations()).toEqual([]);

  fireEvent.click(screen.getByRole("button", { name: "Abort…" }));
  fireEvent.click(screen.getByRole("button", { name: "Abort… group cart" }));
  expect(await violations()).toEqual([]);
});

test("a spec at the gate, rejecting it and editing it", async () => {
  otto.answers[RUN] = { ...AT_THE_GATE, spec: SECOND };
  otto.answers[`${RUN}/specs`] = { revisions: REVISIONS };
  at(`/runs/${ID}/spec`);
  await screen.findByText("Changed since revision 1");
  expect(await violations()).toEqual([]);

  fireEvent.click(screen.getByRole("button", { name: "Reject…" }));
  expect(await violations()).toEqual([]);
  fireEvent.click(screen.getByRole("button", { name: "Back" }));
  fireEvent.click(screen.getByRole("button", { name: "Have it written again…" }));
  await screen.findByLabelText("What shall be otherwise?");
  expect(await violations()).toEqual([]);
  fireEvent.click(screen.getByRole("button", { name: "Back" }));
  fireEvent.click(screen.getByRole("button", { name: "Edit…" }));
  await screen.findByLabelText("The spec, as JSON");
  expect(await violations()).toEqual([]);
});

test("a proof", async () => {
  otto.answers[RUN] = ENDED;
  at(`/runs/${ID}/proof`);
  await screen.findByText("Clause by clause");

  expect(await violations()).toEqual([]);
});

test("an address that leads nowhere, and a run that is not there", async () => {
  at("/nowhere");
  await screen.findByText("There is nothing at this address");
  expect(await violations()).toEqual([]);
  cleanup();

  at("/runs/none");
  await screen.findByText("There is no such run.");
  expect(await violations()).toEqual([]);
});

test("the sheet of keys", async () => {
  at("/");
  await screen.findByText("A shop");
  fireEvent.click(screen.getByRole("button", { name: "Keys" }));

  expect(await violations()).toEqual([]);
});
