import { useState } from "react";
import { Ago, Until } from "../../../shared/ago";
import { Problem } from "../../../shared/notices";
import type { Revision } from "../../spec/api/spec";
import { useCommand } from "../api/command-run";
import { actionOf, type Run } from "../api/run";
import { EditSpec } from "./edit-spec";
import { Reject } from "./reject";
import { WriteAgain } from "./write-again";

type Doing = "looking" | "rejecting" | "editing" | "asking";

/// Where a person says what becomes of the spec: of exactly the revision that is shown.
export function Gate({
  run,
  shown,
  edited,
}: {
  run: Run;
  shown: Revision;
  edited: (spec: string) => void;
}) {
  const command = useCommand(run);
  const [doing, turnTo] = useState<Doing>("looking");
  const approve = actionOf(run, "approve");
  const waits = approve?.enabled ?? false;
  const newer = run.spec !== undefined && run.spec !== shown.spec;

  function turn(to: Doing) {
    command.reset();
    turnTo(to);
  }

  if (!waits && doing === "looking" && !command.error) {
    return null;
  }
  return (
    <section className="gate" aria-labelledby="gate">
      <h2 id="gate">{waits ? "This spec waits for you" : "The gate is closed"}</h2>
      <p>{waits ? <Waiting run={run} shown={shown} newer={newer} /> : approve?.reason}</p>
      {doing === "looking" && waits && (
        <div className="commands">
          <button
            type="button"
            className="first"
            data-key="a"
            disabled={command.isPending || newer}
            onClick={() => command.ask("approve", { spec: shown.spec })}
          >
            Approve revision {shown.number}
          </button>
          <button type="button" disabled={command.isPending} onClick={() => turn("editing")}>
            Edit…
          </button>
          {actionOf(run, "regenerate")?.enabled && (
            <button type="button" disabled={command.isPending} onClick={() => turn("asking")}>
              Have it written again…
            </button>
          )}
          <button type="button" disabled={command.isPending} onClick={() => turn("rejecting")}>
            Reject…
          </button>
        </div>
      )}
      {doing === "rejecting" && (
        <Reject
          run={run.run}
          waits={waits}
          pending={command.isPending}
          reject={(why, then) =>
            command.ask("reject", why ? { why } : {}, () => {
              then();
              turn("looking");
            })
          }
          back={() => turn("looking")}
        />
      )}
      {doing === "asking" && (
        <WriteAgain
          run={run.run}
          looked={shown.spec}
          waits={waits && !newer}
          pending={command.isPending}
          ask={(asked, then) =>
            command.ask("regenerate", asked, () => {
              then();
              turn("looking");
            })
          }
          back={() => turn("looking")}
        />
      )}
      {doing === "editing" && (
        <EditSpec
          run={run.run}
          looked={shown.spec}
          waits={waits && !newer}
          pending={command.isPending}
          save={(spec, then) =>
            command.ask("edit", { looked: shown.spec, spec }, (now) => {
              then();
              edited(now.spec ?? shown.spec);
              turn("looking");
            })
          }
          back={() => turn("looking")}
        />
      )}
      {command.error && <Problem error={command.error} />}
    </section>
  );
}

function Waiting({ run, shown, newer }: { run: Run; shown: Revision; newer: boolean }) {
  if (newer) {
    return "What you look at is not what stands at the gate.";
  }
  return (
    <>
      Revision {shown.number}, written {shown.by ? `by ${shown.by}` : "by the spec agent"}{" "}
      <Ago at={shown.at} />. Nothing is built before you approve it
      {run.until && (
        <>
          ; the gate closes <Until at={run.until} />
        </>
      )}
      .
    </>
  );
}
