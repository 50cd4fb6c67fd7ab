import type { Demand } from "../api/spec";
import { Ids } from "./ids";

const FATES: Record<string, string> = {
  "non-goal": "not part of it",
  question: "an open question",
};

/// What became of each piece of the intent; what became of none is not covered.
export function Demands({ demands }: { demands: Demand[] }) {
  return (
    <ul className="card demands">
      {demands.map((demand) => {
        const fates = demand.becomes.flatMap((one) => FATES[one] ?? []);
        const clauses = demand.becomes.filter((one) => !(one in FATES));
        return (
          <li key={demand.words}>
            <q>{demand.words}</q>
            <span className="becomes">
              {clauses.length > 0 && <Ids of={clauses} what="clause" />}
              {fates.length > 0 && <span className="quiet">{fates.join(", ")}</span>}
              {demand.becomes.length === 0 && (
                <span className="warn">no clause covers these words</span>
              )}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
