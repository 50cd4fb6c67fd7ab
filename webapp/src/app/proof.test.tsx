import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, test } from "vitest";
import { App } from "./app";
import { ENDED, ID, PACKET, RUN, SampleOtto } from "./sample-otto";

let otto: SampleOtto;

beforeEach(() => {
  otto = new SampleOtto();
  otto.answers[RUN] = ENDED;
  window.history.pushState(null, "", `/runs/${ID}/proof`);
});

afterEach(cleanup);

test("it says first whether it works, then what to look at, then how one knows", async () => {
  render(<App />);

  const verdict = await screen.findByRole("region", { name: "Verdict" });
  await screen.findByRole("heading", { name: "What to look at" });

  expect(verdict.textContent).toContain("partial1 of 1 features is not proven");
  expect(verdict.textContent).toContain("clauses proven1 of 3");
  expect(verdict.textContent).toContain("2 min 5 s");
  expect(screen.getByText("Nothing proves: look-1.")).toBeTruthy();
  expect(screen.getByText(/1 of 1 checks failed on the commit/)).toBeTruthy();
  expect(screen.getByText("The auditor did not look at: the pages on a phone.")).toBeTruthy();
});

test("what is not known is never 0 (W-74)", async () => {
  render(<App />);

  expect(await screen.findByText("cost unknown")).toBeTruthy();
});

test("each clause stands with what it rests on and leads to the evidence", async () => {
  render(<App />);
  await screen.findByRole("heading", { name: "Clause by clause" });

  const proven = document.getElementById("clause-pay-1");
  expect(proven?.textContent).toContain("proven");
  expect(proven?.textContent).toContain("passed: 1 step as expected; before the work failed");
  expect(screen.getByRole("link", { name: "evidence of pays" }).getAttribute("href")).toBe(
    `${RUN}/evidence/${"3".repeat(64)}`,
  );
  expect(document.getElementById("clause-look-1")?.textContent).toContain("It has no colours.");
  const refuted = document.getElementById("clause-never-1");
  expect(refuted?.textContent).toContain("refuted");
  expect(refuted?.textContent).toContain("self-written");
  expect(screen.getByText("src/till/pay.ts")).toBeTruthy();
});

test("the page of the packet is one click away", async () => {
  render(<App />);

  expect(
    (await screen.findByRole("link", { name: "The page of the proof" })).getAttribute("href"),
  ).toBe(`${RUN}/proof.html`);
});

test("a run that came to no audit has a proof that says so", async () => {
  const { audit: _, commit: __, ...without } = PACKET;
  otto.answers[`${RUN}/proof`] = { ...without, verdict: "blocked", why: "no group was merged" };
  render(<App />);

  expect(await screen.findByText(/Nothing came to an audit/)).toBeTruthy();
  expect(screen.getByText("No group was merged.")).toBeTruthy();
});

test("a run that has not ended has no proof yet", async () => {
  const { proof: _, ...open } = ENDED;
  otto.answers[RUN] = open;
  render(<App />);

  expect(await screen.findByText("There is no proof yet")).toBeTruthy();
});
