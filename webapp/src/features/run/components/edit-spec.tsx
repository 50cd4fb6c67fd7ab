import { useDraft } from "../../../shared/draft";
import { Loading } from "../../../shared/notices";
import { useSpec } from "../../spec/api/get-specs";

/// The spec as text. What is saved becomes the next revision; what breaks the rules is said and stays here.
export function EditSpec({
  run,
  looked,
  waits,
  pending,
  save,
  back,
}: {
  run: string;
  looked: string;
  waits: boolean;
  pending: boolean;
  save: (spec: string, then: () => void) => void;
  back: () => void;
}) {
  const spec = useSpec(run, looked);
  const [typed, write] = useDraft(`${run}.edit.${looked}`);
  if (!spec.data) {
    return <Loading rows={2} />;
  }
  const before = `${JSON.stringify(spec.data, null, 2)}\n`;
  const text = typed || before;
  return (
    <form
      className="form"
      onSubmit={(submit) => {
        submit.preventDefault();
        save(text, () => write(""));
      }}
    >
      <label htmlFor="spec-text">The spec, as JSON</label>
      <textarea
        id="spec-text"
        className="code"
        rows={20}
        spellCheck={false}
        value={text}
        onChange={(change) => write(change.target.value)}
      />
      <p className="quiet">
        It becomes the next revision and waits here for your approval. The earlier one stays to be
        read.
      </p>
      <div className="commands">
        <button type="button" onClick={back}>
          Back
        </button>
        <button type="button" disabled={typed === "" || typed === before} onClick={() => write("")}>
          As it was
        </button>
        <button type="submit" className="first" disabled={pending || !waits || text === before}>
          Save as the next revision
        </button>
      </div>
    </form>
  );
}
