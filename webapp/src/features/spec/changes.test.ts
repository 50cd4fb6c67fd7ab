import { expect, test } from "vitest";
import type { Spec } from "./api/spec";
import { changes } from "./changes";

const webapp = { kind: "webapp" as const, routes: ["/", "/cart"], components: [], dataModel: [] };

const spec: Spec = {
  schema: "otto-spec/1",
  title: "A shop",
  structure: webapp,
  demands: [{ words: "a shop", becomes: ["pay-1"] }],
  features: [
    {
      id: "pay",
      title: "Pay",
      clauses: [
        { id: "pay-1", text: "Cards are taken.", kind: "new", judged: false, checks: ["pays"] },
      ],
    },
  ],
  groups: [
    {
      id: "cart",
      title: "The cart",
      features: ["pay"],
      needs: [],
      owns: ["src/cart/**"],
      shared: [],
      checks: ["pays"],
    },
  ],
  checks: [{ check: "files", id: "pays", expect: [] }],
  guardrails: [],
  nonGoals: ["Refunds"],
  openQuestions: [],
  fixtures: [],
  setup: [],
};

function told(later: Partial<Spec>): string[] {
  return changes(spec, { ...spec, ...later }).map(({ kind, what, id, name, details }) =>
    [
      kind,
      what,
      id || name,
      ...details.map(({ field, before, after }) => `${field}: ${before} > ${after}`),
    ].join(" "),
  );
}

test("a spec that says the same has no changes", () => {
  expect(changes(spec, structuredClone(spec))).toEqual([]);
});

test("a clause is compared by itself, not with its feature", () => {
  const [feature] = structuredClone(spec.features);
  const [clause] = feature?.clauses ?? [];
  if (!feature || !clause) throw new Error("the sample has one");
  clause.text = "Cards and cash are taken.";
  feature.clauses.push({ ...clause, id: "pay-2", kind: "kept" });

  expect(told({ features: [feature] })).toEqual([
    "changed clause pay-1 text: Cards are taken. > Cards and cash are taken.",
    "added clause pay-2",
  ]);
});

test("of a list only what is not in both is told", () => {
  const groups = spec.groups.map((group) => ({ ...group, owns: [...group.owns, "src/till/**"] }));
  const structure = { ...webapp, routes: ["/cart"] };

  expect(told({ groups, structure })).toEqual([
    "changed structure  routes: / > ",
    "changed group cart owns:  > src/till/**",
  ]);
});

test("what is gone is told, sentences too", () => {
  expect(told({ checks: [], nonGoals: ["Shipping"], demands: [] })).toEqual([
    "added non-goal Shipping",
    "removed non-goal Refunds",
    "removed words asked for a shop",
    "removed check pays",
  ]);
});

test("another order alone is a change as well", () => {
  const structure = { ...webapp, routes: ["/cart", "/"] };

  expect(told({ structure })).toEqual(["changed structure  routes: /\n/cart > /cart\n/"]);
});
