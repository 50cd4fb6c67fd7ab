import type { ClauseValue } from "../api/run";

const ICONS: Record<ClauseValue["value"], string> = { proven: "✓", refuted: "✕", unproven: "◔" };

/// What the last audit found of each clause.
export function Clauses({ clauses }: { clauses: ClauseValue[] }) {
  return (
    <>
      <h2>
        Clauses <span className="quiet">{tally(clauses)}</span>
      </h2>
      <ul className="clauses">
        {clauses.map(({ clause, value }) => (
          <li key={clause} className={value}>
            <span aria-hidden="true">{ICONS[value]}</span>
            <code>{clause}</code>
            <span>{value}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

function tally(clauses: ClauseValue[]): string {
  return (["proven", "refuted", "unproven"] as const)
    .map((value) => [clauses.filter((clause) => clause.value === value).length, value] as const)
    .filter(([count]) => count > 0)
    .map(([count, value]) => `${count} ${value}`)
    .join(", ");
}
