import { useState } from "react";
import { Problem } from "../../../shared/notices";
import { useCommand } from "../api/command-run";
import type { Action, Run } from "../api/run";

const WORDS: Record<string, string> = {
  pause: "Pause",
  resume: "Resume",
  abort: "Abort",
  land: "Land it",
};

/// What may be asked of the run now. What cannot be taken back is asked twice. The spec is decided about where it is
/// read.
export function Commands({ run }: { run: Run }) {
  const command = useCommand(run);
  const [doubted, doubt] = useState<string | null>(null);
  const enabled = run.actions.filter(
    (action) => action.enabled && !action.group && action.id in WORDS,
  );

  function ask(action: Action) {
    if (action.danger && doubted !== action.id) {
      doubt(action.id);
      return;
    }
    doubt(null);
    command.ask(action.id, action.id === "land" ? { commit: run.commit } : {});
  }

  if (enabled.length === 0 && !command.error) {
    return null;
  }
  return (
    <div className="commands">
      {enabled.map((action) => (
        <button
          key={action.id}
          type="button"
          className={looks(action, doubted)}
          disabled={command.isPending}
          onClick={() => ask(action)}
        >
          {WORDS[action.id]}
          {doubted === action.id && ": are you sure?"}
        </button>
      ))}
      {doubted && (
        <button type="button" onClick={() => doubt(null)}>
          No
        </button>
      )}
      {command.error && <Problem error={command.error} />}
    </div>
  );
}

function looks(action: Action, doubted: string | null): string {
  if (doubted === action.id) {
    return "danger";
  }
  return action.id === "resume" ? "first" : "";
}
