import type { Schemas } from "../../../shared/api";
import { useDraft } from "../../../shared/draft";
import { Loading } from "../../../shared/notices";
import { useSpec } from "../../spec/api/get-specs";

type Said = { wish: string; answers: Record<string, string> };

const NOTHING: Said = { wish: "", answers: {} };
const LONGEST = 4_000;

/// What a person answers to open questions and wants otherwise; the spec agent writes the next revision from it.
export function WriteAgain({
  run,
  looked,
  waits,
  pending,
  ask,
  back,
}: {
  run: string;
  looked: string;
  waits: boolean;
  pending: boolean;
  ask: (asked: Schemas["RunRequest.Regenerate"], then: () => void) => void;
  back: () => void;
}) {
  const spec = useSpec(run, looked);
  const [kept, keep] = useDraft(`${run}.again.${looked}`);
  if (!spec.data) {
    return <Loading rows={2} />;
  }
  const typed: Said = kept ? JSON.parse(kept) : NOTHING;
  const asked = whole(looked, typed);
  const write = (now: Said) => keep(JSON.stringify(now));
  return (
    <form
      className="form"
      onSubmit={(submit) => {
        submit.preventDefault();
        ask(asked, () => keep(""));
      }}
    >
      {spec.data.openQuestions.map((question, at) => (
        <p key={question} className="form">
          <label htmlFor={`answer-${at}`}>{question}</label>
          <textarea
            id={`answer-${at}`}
            rows={2}
            maxLength={LONGEST}
            value={typed.answers[at + 1] ?? ""}
            onChange={(change) =>
              write({ ...typed, answers: { ...typed.answers, [at + 1]: change.target.value } })
            }
          />
        </p>
      ))}
      <label htmlFor="wish">What shall be otherwise?</label>
      <textarea
        id="wish"
        rows={4}
        maxLength={LONGEST}
        value={typed.wish}
        onChange={(change) => write({ ...typed, wish: change.target.value })}
      />
      <p className="quiet">
        The spec agent writes the next revision, which waits here for your approval. This one stays
        to be read.
      </p>
      <div className="commands">
        <button type="button" onClick={back}>
          Back
        </button>
        <button
          type="submit"
          className="first"
          disabled={pending || !waits || !(asked.wish || asked.answers)}
        >
          Have it written again
        </button>
      </div>
    </form>
  );
}

/// What was said, without what was left empty.
function whole(looked: string, { wish, answers }: Said): Schemas["RunRequest.Regenerate"] {
  const given = Object.entries(answers)
    .map(([question, answer]) => [question, answer.trim()] as const)
    .filter(([, answer]) => answer);
  return {
    looked,
    ...(wish.trim() && { wish: wish.trim() }),
    ...(given.length > 0 && { answers: Object.fromEntries(given) }),
  };
}
