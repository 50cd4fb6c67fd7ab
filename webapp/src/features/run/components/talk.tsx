import { useId, useState } from "react";
import { useDraft } from "../../../shared/draft";
import { Problem } from "../../../shared/notices";
import { useCommand } from "../api/command-run";
import { useMessages } from "../api/get-messages";
import type { Run } from "../api/run";
import { Messages } from "./messages";

const LONGEST = 16_000;

/// A word for an agent at work, and what was said before.
export function Talk({ run }: { run: Run }) {
  const messages = useMessages(run.run);
  const listening = run.actions.filter((action) => action.id === "say" && action.enabled);
  const groups = listening.flatMap((action) => action.group ?? []);
  const said = messages.data ?? [];
  if (listening.length === 0 && said.length === 0 && !messages.error) {
    return null;
  }
  return (
    <section aria-labelledby="talk">
      <h2 id="talk">
        Words to agents {run.unheard > 0 && <span className="count">{run.unheard} unheard</span>}
      </h2>
      <div className="card">
        {messages.error && <Problem error={messages.error} />}
        <Messages
          messages={said}
          listening={(group) => listening.some((action) => action.group === group)}
        />
        {listening.length > 0 && <Say run={run} groups={groups} />}
      </div>
    </section>
  );
}

function Say({ run, groups }: { run: Run; groups: string[] }) {
  const command = useCommand(run);
  const [text, write] = useDraft(`${run.run}.say`);
  const [chosen, choose] = useState("");
  const [now, hurry] = useState(false);
  const name = useId();
  const group = groups.includes(chosen) ? chosen : groups[0];
  return (
    <form
      className="form"
      onSubmit={(submit) => {
        submit.preventDefault();
        command.ask("say", { text: text.trim(), ...(group ? { group } : {}), now }, () =>
          write(""),
        );
      }}
    >
      {groups.length > 1 && (
        <p className="field">
          <label htmlFor={`${name}-whom`}>To the agent of group</label>
          <select
            id={`${name}-whom`}
            value={group}
            onChange={(change) => choose(change.target.value)}
          >
            {groups.map((one) => (
              <option key={one}>{one}</option>
            ))}
          </select>
        </p>
      )}
      <label htmlFor={`${name}-text`}>{whom(groups)}</label>
      <textarea
        id={`${name}-text`}
        rows={2}
        maxLength={LONGEST}
        value={text}
        onChange={(change) => write(change.target.value)}
      />
      <p className="choice">
        <input
          id={`${name}-now`}
          type="checkbox"
          checked={now}
          onChange={(change) => hurry(change.target.checked)}
        />
        <label htmlFor={`${name}-now`}>
          Now: the call that runs is ended and made again with it. Otherwise it goes with the next
          call.
        </label>
      </p>
      <div className="commands">
        <button type="submit" disabled={command.isPending || text.trim() === ""}>
          Say it
        </button>
      </div>
      {command.error && <Problem error={command.error} />}
    </form>
  );
}

function whom(groups: string[]): string {
  switch (groups.length) {
    case 0:
      return "Say something to the agent that writes the spec";
    case 1:
      return `Say something to the agent of group ${groups[0]}`;
    default:
      return "What you have to say";
  }
}
