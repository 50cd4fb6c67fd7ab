import { Fragment, useState } from "react";
import { Confirm } from "../../../shared/confirm";
import { Problem } from "../../../shared/notices";
import { useCommand } from "../api/command-run";
import { actionOf, type Group, type Run } from "../api/run";

/// The groups of a run, how far each is, and what may be asked of each.
export function Groups({ run }: { run: Run }) {
  const command = useCommand(run);
  const [doubted, doubt] = useState<string | null>(null);
  if (run.groups.length === 0) {
    return (
      <p className="quiet">
        {run.state === "ended"
          ? "The run ended before there were any."
          : "The spec has not been compiled yet; groups appear with it."}
      </p>
    );
  }

  function turn(to: string | null) {
    command.reset();
    doubt(to);
  }

  return (
    <ul className="rows groups">
      {run.groups.map((group) => (
        <Fragment key={group.group}>
          <li>
            <div>
              <strong>{group.group}</strong>
              {note(group) && <p className="quiet">{note(group)}</p>}
            </div>
            <p className="quiet number">{attempts(group)}</p>
            <span className={`state ${group.state}`}>{group.state}</span>
            {actionOf(run, "abort-group", group.group)?.enabled && (
              <button
                type="button"
                className="small"
                disabled={command.isPending}
                onClick={() => turn(group.group)}
              >
                Abort…<span className="unseen"> group {group.group}</span>
              </button>
            )}
          </li>
          {doubted === group.group && (
            <li className="doubt">
              <Confirm
                question={`Abort group ${group.group}?`}
                yes={`Abort ${group.group}`}
                pending={command.isPending}
                allowed={actionOf(run, "abort-group", group.group)?.enabled ?? false}
                back={() => turn(null)}
                confirm={() =>
                  command.ask(`groups/${encodeURIComponent(group.group)}/abort`, {}, () =>
                    turn(null),
                  )
                }
              >
                <p>
                  The rest of the run goes on. {cost(group, run)} What its agent wrote is put away;{" "}
                  <code>otto recover</code> brings it back.
                </p>
                {command.error && <Problem error={command.error} />}
              </Confirm>
            </li>
          )}
        </Fragment>
      ))}
    </ul>
  );
}

function attempts(group: Group): string {
  switch (group.attempts) {
    case 0:
      return "";
    case 1:
      return "1 attempt";
    default:
      return `${group.attempts} attempts`;
  }
}

/// Which groups cannot be built without this one.
function cost(group: Group, run: Run): string {
  const lost = new Set([group.group]);
  let before: number;
  do {
    before = lost.size;
    for (const one of run.groups) {
      if (one.needs.some((need) => lost.has(need))) {
        lost.add(one.group);
      }
    }
  } while (lost.size > before);
  lost.delete(group.group);
  return lost.size === 0
    ? "No other group needs it."
    : `Not built without it: ${[...lost].join(", ")}.`;
}

/// Why it stands so, as far as that is known.
function note(group: Group): string {
  const needs = group.state === "waiting" && group.needs.length > 0;
  return group.why ?? (needs ? `needs ${group.needs.join(", ")}` : "");
}
