import { act, cleanup, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { afterEach, beforeEach, expect, test } from "vitest";
import { App } from "./app";
import {
  AT_THE_GATE,
  FIRST,
  ID,
  may,
  REVISIONS,
  RUN,
  SampleOtto,
  SECOND,
  ToldStream,
  WHOLE,
} from "./sample-otto";

let otto: SampleOtto;

beforeEach(() => {
  otto = new SampleOtto();
  otto.answers[RUN] = AT_THE_GATE;
  window.history.pushState(null, "", `/runs/${ID}/spec`);
});

afterEach(cleanup);

/// Another revision comes to the gate.
function editedElsewhere() {
  otto.answers[`${RUN}/specs`] = { revisions: REVISIONS };
  otto.answers[RUN] = { ...AT_THE_GATE, spec: SECOND };
}

test("a run that waits leads to its spec", async () => {
  window.history.pushState(null, "", `/runs/${ID}`);
  render(<App />);

  fireEvent.click(await screen.findByRole("link", { name: "Review the spec" }));

  expect(await screen.findByRole("heading", { name: "This spec waits for you" })).toBeTruthy();
});

test("everything that the spec says can be read", async () => {
  render(<App />);

  for (const words of [
    "Cards are taken.",
    "must stay true",
    "judged by the auditor",
    "no clause covers these words",
    "src/till/**",
    "POST /pay",
    "answers 201, with “paid”",
    "sh tests/adds.sh",
    "contains “Shop”",
    "No card is stored.",
    "Refunds",
    "Which currency?",
    "npm ci",
    ".mcp.json",
    /All stand around agents, checks and the product: processes and files/,
  ]) {
    expect(await screen.findByText(words)).toBeTruthy();
  }
  const till = screen.getByRole("heading", { name: "The till" }).parentElement;
  expect(till?.textContent).toContain("Needscart");
  expect(till?.textContent).toContain("Ownssrc/till/**");
});

test("a revision tells what it changed of the one before", async () => {
  editedElsewhere();
  render(<App />);

  const changed = await screen.findByRole("region", { name: /Changed since revision 1/ });

  expect(changed.textContent).toContain("Cards are taken.");
  expect(changed.textContent).toContain("Cards and cash are taken.");
  expect(changed.textContent).toContain("1 changed");
});

test("exactly the revision that was read is approved, with the sign of this page", async () => {
  otto.answers[`${RUN}/approve`] = { ...WHOLE, actions: [] };
  render(<App />);

  fireEvent.click(await screen.findByRole("button", { name: "Approve revision 1" }));

  expect(await screen.findByText("working")).toBeTruthy();
  expect(otto.posts[0]?.path).toBe(`${RUN}/approve`);
  expect(otto.posts[0]?.request.body).toBe(`{"spec":"${FIRST}"}`);
  expect(otto.posts[0]?.request.headers).toMatchObject({ "otto-csrf": "sign" });
});

test("what is read does not change under the eyes; a newer revision is offered first", async () => {
  render(<App />);
  await screen.findByText("Cards are taken.");

  editedElsewhere();
  act(() => ToldStream.last.tell({ id: 9, run: ID, type: "spec.edited" }));

  const offer = await screen.findByRole("button", { name: "Look at revision 2" });
  expect(screen.getByText("Cards are taken.")).toBeTruthy();
  const approve = screen.getByRole("button", { name: "Approve revision 1" });
  expect(approve).toHaveProperty("disabled", true);

  fireEvent.click(offer);

  expect(await screen.findByRole("button", { name: "Approve revision 2" })).toHaveProperty(
    "disabled",
    false,
  );
  expect((await screen.findAllByText("Cards and cash are taken.")).length).toBeGreaterThan(0);
});

test("a rejection that is refused keeps what was typed (W-64)", async () => {
  otto.refusals[`${RUN}/reject`] = {
    status: 409,
    problem: { detail: "The run does not wait for an approval.", nextStep: "Look at it." },
  };
  render(<App />);
  fireEvent.click(await screen.findByRole("button", { name: "Reject…" }));
  const why = screen.getByLabelText(/Why\?/);
  expect(document.activeElement).toBe(why);
  fireEvent.change(why, { target: { value: "No cash, please." } });

  fireEvent.click(screen.getByRole("button", { name: "Reject and end the run" }));

  expect((await screen.findByRole("alert")).textContent).toBe(
    "The run does not wait for an approval. Look at it.",
  );
  expect(screen.getByDisplayValue("No cash, please.")).toBeTruthy();
  expect(otto.posts[0]?.request.body).toBe('{"why":"No cash, please."}');
});

test("a spec is written again from answers and a wish, which outlive a refusal", async () => {
  otto.refusals[`${RUN}/regenerate`] = {
    status: 503,
    problem: { detail: "The engine is away.", nextStep: "Ask again." },
  };
  render(<App />);
  fireEvent.click(await screen.findByRole("button", { name: "Have it written again…" }));
  const send = await screen.findByRole("button", { name: "Have it written again" });
  expect(send).toHaveProperty("disabled", true);
  fireEvent.change(screen.getByLabelText("Which currency?"), { target: { value: " Euro. " } });
  fireEvent.change(screen.getByLabelText("What shall be otherwise?"), {
    target: { value: "No cash." },
  });

  fireEvent.click(send);

  expect((await screen.findByRole("alert")).textContent).toBe("The engine is away. Ask again.");
  expect(screen.getByDisplayValue("No cash.")).toBeTruthy();
  expect(otto.posts[0]?.request.body).toBe(
    `{"looked":"${FIRST}","wish":"No cash.","answers":{"1":"Euro."}}`,
  );

  delete otto.refusals[`${RUN}/regenerate`];
  otto.answers[`${RUN}/regenerate`] = { ...WHOLE, actions: [] };
  fireEvent.click(screen.getByRole("button", { name: "Have it written again" }));

  expect(await screen.findByText("working")).toBeTruthy();
});

test("the gate that closes meanwhile says so and keeps what was typed", async () => {
  render(<App />);
  fireEvent.click(await screen.findByRole("button", { name: "Reject…" }));
  fireEvent.change(screen.getByLabelText(/Why\?/), { target: { value: "No cash." } });

  otto.answers[RUN] = WHOLE;
  act(() => ToldStream.last.tell({ id: 9, run: ID, type: "spec.approved" }));

  expect(await screen.findByText("The gate is closed")).toBeTruthy();
  expect(screen.getByText("It does not wait for an approval.")).toBeTruthy();
  expect(screen.getByDisplayValue("No cash.")).toBeTruthy();
  expect(screen.getByRole("button", { name: "Reject and end the run" })).toHaveProperty(
    "disabled",
    true,
  );
});

test("two clicks ask once (W-64)", async () => {
  render(<App />);
  otto.answers[`${RUN}/approve`] = { ...WHOLE, actions: [] };
  const approve = await screen.findByRole("button", { name: "Approve revision 1" });

  act(() => {
    approve.click();
    approve.click();
  });

  expect(await screen.findByText("working")).toBeTruthy();
  expect(otto.posts).toHaveLength(1);
});

test("what may have been heard is asked again with the same key, what was refused with another", async () => {
  otto.refusals[`${RUN}/approve`] = "away";
  render(<App />);
  const approve = await screen.findByRole("button", { name: "Approve revision 1" });

  fireEvent.click(approve);
  expect((await screen.findByRole("alert")).textContent).toContain("Otto cannot be reached.");
  otto.refusals[`${RUN}/approve`] = { status: 409, problem: { detail: "Not now." } };
  fireEvent.click(approve);
  await screen.findByText(/Not now\./);
  fireEvent.click(approve);

  await waitFor(() => expect(otto.posts).toHaveLength(3));
  expect(otto.key(1)).toBe(otto.key(0));
  expect(otto.key(2)).not.toBe(otto.key(0));
});

test("a spec that breaks the rules is not lost: its places are named and the text stays", async () => {
  otto.refusals[`${RUN}/edit`] = {
    status: 422,
    problem: {
      detail: "The spec breaks 1 rule.",
      violations: [{ pointer: "/spec/groups/0", sentence: "It needs itself." }],
    },
  };
  render(<App />);
  fireEvent.click(await screen.findByRole("button", { name: "Edit…" }));
  const text = await screen.findByLabelText("The spec, as JSON");
  fireEvent.change(text, { target: { value: '{"title": "Mine"}' } });

  fireEvent.click(screen.getByRole("button", { name: "Save as the next revision" }));

  expect(await screen.findByText("/spec/groups/0")).toBeTruthy();
  expect(screen.getByText("It needs itself.")).toBeTruthy();
  expect(screen.getByDisplayValue('{"title": "Mine"}')).toBeTruthy();
  expect(otto.posts[0]?.request.body).toBe(
    JSON.stringify({ looked: FIRST, spec: '{"title": "Mine"}' }),
  );
});

test("a spec that was edited here is shown as the next revision", async () => {
  otto.answers[`${RUN}/edit`] = { ...AT_THE_GATE, spec: SECOND };
  render(<App />);
  fireEvent.click(await screen.findByRole("button", { name: "Edit…" }));
  const text = await screen.findByLabelText("The spec, as JSON");
  fireEvent.change(text, { target: { value: "{}" } });
  otto.answers[`${RUN}/specs`] = { revisions: REVISIONS };
  fireEvent.click(screen.getByRole("button", { name: "Save as the next revision" }));

  expect(await screen.findByRole("button", { name: "Approve revision 2" })).toBeTruthy();
});

test("before there is a spec the page says when it comes", async () => {
  otto.answers[RUN] = { ...WHOLE, actions: may("abort") };
  otto.answers[`${RUN}/specs`] = { revisions: [] };
  render(<App />);

  expect(await screen.findByText("There is no spec yet")).toBeTruthy();
});
