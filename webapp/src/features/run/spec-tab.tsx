import { useState } from "react";
import { say, useWord } from "../../shared/location";
import { Failure, Loading } from "../../shared/notices";
import { useRevisions } from "../spec/api/get-specs";
import type { Revision } from "../spec/api/spec";
import { RevisionList, SpecPanel } from "../spec/spec-panel";
import type { Run } from "./api/run";
import { Gate } from "./components/gate";

/// The spec of a run: read, compared with the one before, and decided about while it stands at the gate.
export function SpecTab({ run }: { run: Run }) {
  const revisions = useRevisions(run.run);
  if (revisions.isError) {
    return <Failure error={revisions.error} again={() => void revisions.refetch()} />;
  }
  if (!revisions.data) {
    return <Loading rows={6} />;
  }
  const newest = revisions.data.at(-1);
  if (!newest) {
    return (
      <section className="notice">
        <h2>There is no spec yet</h2>
        <p>
          {run.state === "ended"
            ? "The run ended before one was written."
            : "It appears here as soon as the spec agent has written it."}
        </p>
      </section>
    );
  }
  return <Revisions run={run} all={revisions.data} newest={newest} />;
}

/// What a person reads does not change under their eyes: a newer revision is offered, not shown.
function Revisions({ run, all, newest }: { run: Run; all: Revision[]; newest: Revision }) {
  const wanted = Number(useWord("revision"));
  const [looked, lookAt] = useState(newest.spec);
  const named = all.find((one) => one.number === wanted);
  const shown = named ?? all.find((one) => one.spec === looked) ?? newest;
  const earlier = all[all.indexOf(shown) - 1];

  function turnTo(spec: string) {
    lookAt(spec);
    say("revision", "");
  }

  return (
    <>
      {shown !== newest && (
        <div className="notice ask" role="status">
          <p>
            Revision {newest.number} {newest.by && `by ${newest.by}`} is newer than what you look
            at.
          </p>
          <button type="button" onClick={() => turnTo(newest.spec)}>
            Look at revision {newest.number}
          </button>
        </div>
      )}
      <Gate key={shown.spec} run={run} shown={shown} edited={turnTo} />
      {all.length > 1 && <RevisionList run={run.run} revisions={all} shown={shown.number} />}
      <SpecPanel run={run.run} shown={shown} earlier={earlier} />
    </>
  );
}
