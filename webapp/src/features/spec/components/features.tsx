import type { Spec } from "../api/spec";
import { ClauseLine } from "./clause-line";
import { Marked } from "./marked";

/// Everything of value that the product will do, clause by clause.
export function Features({ spec }: { spec: Spec }) {
  return spec.features.map((feature) => (
    <section key={feature.id} id={`feature-${feature.id}`} className="card">
      <h3>
        {feature.title} <Marked what="feature" id={feature.id} />
      </h3>
      <ul className="clause-lines">
        {feature.clauses.map((clause) => (
          <ClauseLine key={clause.id} clause={clause} what="clause" />
        ))}
      </ul>
    </section>
  ));
}
