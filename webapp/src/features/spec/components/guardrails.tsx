import type { Guardrail } from "../api/spec";
import { ClauseLine } from "./clause-line";

/// What must not happen.
export function Guardrails({ guardrails }: { guardrails: Guardrail[] }) {
  return (
    <section className="card">
      <ul className="clause-lines">
        {guardrails.map((guardrail) => (
          <ClauseLine
            key={guardrail.id}
            what="guardrail"
            clause={{ ...guardrail, text: watched(guardrail), kind: "kept", judged: false }}
          />
        ))}
      </ul>
    </section>
  );
}

function watched({ text, scope }: Guardrail): string {
  switch (scope.over) {
    case "all":
      return text;
    case "group":
      return `${text} (in group ${scope.group})`;
    case "feature":
      return `${text} (in feature ${scope.feature})`;
  }
}
