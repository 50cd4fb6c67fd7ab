import type { RunLine } from "./api/run";

/// Whether a run stands until a person does something.
export function needsPerson(run: RunLine): boolean {
  return run.state === "waiting" || run.state === "paused";
}
