import { type ReactNode, useEffect } from "react";
import type { Spec } from "../api/spec";
import { Checks } from "./checks";
import { Demands } from "./demands";
import { Features } from "./features";
import { GroupCards } from "./group-cards";
import { Guardrails } from "./guardrails";
import { ProductFacts } from "./product-facts";

type Part = { id: string; title: string; count: number | null; body: ReactNode };

/// A spec as a person reads it: first what it promises and what not, then how, then by whom.
export function SpecView({ spec, surroundings }: { spec: Spec; surroundings: ReactNode }) {
  const parts = partsOf(spec, surroundings);
  useEffect(() => {
    // The part that the address names was not there yet when the browser looked for it.
    document.getElementById(decodeURIComponent(window.location.hash.slice(1)))?.scrollIntoView?.();
  }, []);
  return (
    <div className="spec">
      <nav className="contents" aria-label="Parts of the spec">
        <ul>
          {parts.map((part) => (
            <li key={part.id}>
              <a href={`#${part.id}`}>
                {part.title} {part.count !== null && <span className="count">{part.count}</span>}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <div>
        {parts.map((part) => (
          <section key={part.id} className="part" aria-labelledby={part.id}>
            <h2 id={part.id}>
              {part.title} {part.count !== null && <span className="count">{part.count}</span>}
            </h2>
            {part.body}
          </section>
        ))}
      </div>
    </div>
  );
}

function partsOf(spec: Spec, surroundings: ReactNode): Part[] {
  const parts: Part[] = [
    part("questions", "Open questions", spec.openQuestions, <List of={spec.openQuestions} />),
    part("features", "Features", spec.features, <Features spec={spec} />),
    part("guardrails", "What must not happen", spec.guardrails, <Guardrails {...spec} />),
    part("non-goals", "Not part of it", spec.nonGoals, <List of={spec.nonGoals} />),
    part("demands", "What was asked", spec.demands, <Demands demands={spec.demands} />),
    part("groups", "Groups", spec.groups, <GroupCards groups={spec.groups} />),
    part("checks", "Checks", spec.checks, <Checks checks={spec.checks} />),
    { id: "product", title: "The product", count: null, body: <ProductFacts spec={spec} /> },
    { id: "surroundings", title: "Walls and baggage", count: null, body: surroundings },
  ];
  return parts.filter(({ count }) => count !== 0);
}

function part(id: string, title: string, of: unknown[], body: ReactNode): Part {
  return { id, title, count: of.length, body };
}

function List({ of }: { of: string[] }) {
  return (
    <ul className="card sentences">
      {of.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}
