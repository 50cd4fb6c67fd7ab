import { Refused } from "./get";

/// What is shown while the first answer is awaited: the room that it will take.
export function Loading({ rows }: { rows: number }) {
  return (
    <div className="loading" role="status">
      <span className="unseen">Loading</span>
      {Array.from({ length: rows }, (_, row) => `row ${row}`).map((row) => (
        <div key={row} className="bone" />
      ))}
    </div>
  );
}

/// Why something was not done, beside what asked for it.
export function Problem({ error }: { error: Error }) {
  const refused = error instanceof Refused ? error : null;
  return (
    <div className="problem" role="alert">
      <p>
        {error.message} {refused?.next}
      </p>
      {refused && refused.violations.length > 0 && (
        <ul>
          {refused.violations.map(({ pointer, sentence }) => (
            <li key={pointer + sentence}>
              {pointer && <code>{pointer}</code>} {sentence}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/// What is shown instead of something that Otto did not give.
export function Failure({ error, again }: { error: Error; again: () => void }) {
  return (
    <section className="notice bad" role="alert">
      <h2>{error.message}</h2>
      {error instanceof Refused && error.next && <p>{error.next}</p>}
      {error instanceof Refused && error.request && (
        <p className="quiet">
          Request <code>{error.request}</code>
        </p>
      )}
      <button type="button" onClick={again}>
        Try again
      </button>
    </section>
  );
}
