import { useState } from "react";
import { Confirm } from "../../../shared/confirm";
import { useDraft } from "../../../shared/draft";
import { Problem } from "../../../shared/notices";
import { useCommand } from "../api/command-run";
import { type Action, actionOf, type Run } from "../api/run";

type Offer = { id: string; words: string; body: object; first?: boolean };

/// What may be asked of the run now. What cannot be taken back is asked twice. The spec is decided about where it is
/// read.
export function Commands({ run }: { run: Run }) {
  const command = useCommand(run);
  const [doubted, doubt] = useState<"abort" | "land" | null>(null);
  const offers = offersOf(run);
  const grave = [actionOf(run, "land"), actionOf(run, "abort")].filter(
    (action): action is Action => action?.enabled ?? false,
  );
  if (offers.length + grave.length === 0 && !command.error && !doubted) {
    return null;
  }

  function turn(to: "abort" | "land" | null) {
    command.reset();
    doubt(to);
  }

  return (
    <section aria-label="Commands">
      {!doubted && (
        <div className="commands">
          {offers.map(({ id, words, body, first }) => (
            <button
              key={words}
              type="button"
              className={first ? "first" : ""}
              disabled={command.isPending}
              onClick={() => command.ask(id, body)}
            >
              {words}
            </button>
          ))}
          {grave.map(({ id }) => (
            <button
              key={id}
              type="button"
              className={id === "land" ? "first" : ""}
              disabled={command.isPending}
              onClick={() => turn(id as "abort" | "land")}
            >
              {id === "land" ? "Land it…" : "Abort…"}
            </button>
          ))}
        </div>
      )}
      {doubted === "abort" && (
        <Abort
          run={run}
          pending={command.isPending}
          back={() => turn(null)}
          abort={(why, then) =>
            command.ask("abort", why ? { why } : {}, () => {
              then();
              turn(null);
            })
          }
        />
      )}
      {doubted === "land" && (
        <Confirm
          question="Land it in your repository?"
          yes="Land it"
          pending={command.isPending}
          allowed={actionOf(run, "land")?.enabled ?? false}
          back={() => turn(null)}
          confirm={() => command.ask("land", { commit: run.commit }, () => turn(null))}
        >
          <p>
            Exactly the audited commit <code>{run.commit?.slice(0, 12)}</code> comes into the branch
            that is checked out in <code>{run.repository}</code>. Files that you have changed there
            are never overwritten.
          </p>
        </Confirm>
      )}
      {command.error && <Problem error={command.error} />}
    </section>
  );
}

function offersOf(run: Run): Offer[] {
  const offers: Offer[] = [];
  if (actionOf(run, "resume")?.enabled) {
    offers.push({ id: "resume", words: "Resume", body: {}, first: true });
  }
  if (actionOf(run, "pause")?.enabled) {
    offers.push({ id: "pause", words: "Pause after the calls that run", body: {} });
  }
  if (actionOf(run, "pause")?.enabled || run.state === "pausing") {
    offers.push({ id: "pause", words: "Pause now", body: { now: true } });
  }
  return offers;
}

function Abort({
  run,
  pending,
  abort,
  back,
}: {
  run: Run;
  pending: boolean;
  abort: (why: string, then: () => void) => void;
  back: () => void;
}) {
  const [why, write] = useDraft(`${run.run}.abort`);
  return (
    <Confirm
      question="Abort the whole run?"
      yes="Abort the run"
      pending={pending}
      allowed={actionOf(run, "abort")?.enabled ?? false}
      back={back}
      confirm={() => abort(why.trim(), () => write(""))}
    >
      <p>
        It ends as aborted and cannot be resumed. Work that is on no branch is put away first;{" "}
        <code>otto recover</code> brings it back.
      </p>
      <label htmlFor="abort-why">Why? It is kept with the run.</label>
      <input
        id="abort-why"
        maxLength={2_000}
        value={why}
        onChange={(change) => write(change.target.value)}
      />
    </Confirm>
  );
}
