import type { Schemas } from "../../../shared/api";

/// Runs as the api shows them. What is not known is left out.
export type Run = Schemas["RunView"];

export type RunLine = Schemas["RunLine"];

/// Where a run stands. Only an ended one has a verdict.
export type Standing = Pick<RunLine, "state" | "verdict">;

export type Verdict = Schemas["Verdict"];

/// What calls used. The cost is left out where it is not known.
export type Usage = Schemas["Usage"];

export type Group = Schemas["RunView.GroupView"];

export type ClauseValue = Schemas["AuditEvent.ClauseValue"];

/// Something a person may ask of the run, or of one group of it, or why not now.
export type Action = Schemas["Action"];

/// What the server says of an action now; `null` if it knows of none.
export function actionOf(run: Run, id: string, group?: string): Action | null {
  return run.actions.find((action) => action.id === id && action.group === group) ?? null;
}
