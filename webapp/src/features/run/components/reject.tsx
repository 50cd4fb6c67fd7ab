import { useEffect, useRef } from "react";
import { useDraft } from "../../../shared/draft";

const LONGEST_REASON = 2_000;

/// Asks why, and says what a rejection means. What was typed stays until it was heard.
export function Reject({
  run,
  waits,
  pending,
  reject,
  back,
}: {
  run: string;
  waits: boolean;
  pending: boolean;
  reject: (why: string, then: () => void) => void;
  back: () => void;
}) {
  const [why, write] = useDraft(`${run}.reject`);
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => field.current?.focus(), []);
  return (
    <form
      className="form"
      onSubmit={(submit) => {
        submit.preventDefault();
        reject(why.trim(), () => write(""));
      }}
    >
      <label htmlFor="why">Why? It is kept with the run.</label>
      <textarea
        id="why"
        ref={field}
        rows={3}
        maxLength={LONGEST_REASON}
        value={why}
        onChange={(change) => write(change.target.value)}
      />
      <p className="quiet">
        A rejected run ends as aborted and cannot be resumed. Its spec stays to be read.
      </p>
      <div className="commands">
        <button type="button" onClick={back}>
          Back
        </button>
        <button type="submit" className="danger" disabled={pending || !waits}>
          Reject and end the run
        </button>
      </div>
    </form>
  );
}
