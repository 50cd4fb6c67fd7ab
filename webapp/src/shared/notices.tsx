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
  return (
    <p className="problem" role="alert">
      {error.message} {error instanceof Refused && error.next}
    </p>
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
