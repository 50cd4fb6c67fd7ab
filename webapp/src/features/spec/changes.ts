import type { Spec } from "./api/spec";

/// A part of a spec that is not as it was.
export type Change = {
  kind: "added" | "removed" | "changed";
  what: string;
  id: string;
  name: string;
  details: Detail[];
};

/// One field of it, before and after.
export type Detail = { field: string; before: string; after: string };

type Part = { id: string; title?: string; text?: string } & Record<string, unknown>;

/// What the later spec says otherwise, part by part, in the order in which a person reads it.
export function changes(earlier: Spec, later: Spec): Change[] {
  return [
    ...whole(earlier, later),
    ...parts("feature", titles(earlier), titles(later)),
    ...parts("clause", clauses(earlier), clauses(later)),
    ...parts("guardrail", earlier.guardrails, later.guardrails),
    ...sentences("non-goal", earlier.nonGoals, later.nonGoals),
    ...sentences("open question", earlier.openQuestions, later.openQuestions),
    ...parts("words asked for", demands(earlier), demands(later)),
    ...parts("group", earlier.groups, later.groups),
    ...parts("check", earlier.checks, later.checks),
    ...parts("fixture", earlier.fixtures, later.fixtures),
  ];
}

/// The key by which a part is marked where it is shown.
export function partKey(what: string, id: string): string {
  return `${what} ${id}`;
}

/// What there is once in a spec.
function whole(earlier: Spec, later: Spec): Change[] {
  const once = [
    ["title", { is: earlier.title }, { is: later.title }],
    ["structure", earlier.structure, later.structure],
    ["start", earlier.start ?? {}, later.start ?? {}],
    ["setup", { commands: lines(earlier.setup) }, { commands: lines(later.setup) }],
  ] as const;
  return once
    .map(([what, before, after]) => ({ what, details: differences({ ...before }, { ...after }) }))
    .filter(({ details }) => details.length > 0)
    .map(({ what, details }) => ({ kind: "changed", what, id: "", name: "", details }));
}

function lines(commands: string[][]): string[] {
  return commands.map((argv) => argv.join(" "));
}

/// A piece of the intent is known by its words.
function demands(spec: Spec): Part[] {
  return spec.demands.map(({ words, becomes }) => ({ id: words, becomes }));
}

/// Features without their clauses, which are compared by themselves.
function titles(spec: Spec): Part[] {
  return spec.features.map(({ id, title }) => ({ id, title }));
}

function clauses(spec: Spec): Part[] {
  return spec.features.flatMap((feature) =>
    feature.clauses.map((clause) => ({ ...clause, feature: feature.id })),
  );
}

function parts(what: string, earlier: Part[], later: Part[]): Change[] {
  const before = new Map(earlier.map((part) => [part.id, part]));
  const after = new Map(later.map((part) => [part.id, part]));
  const now = later.flatMap((part): Change[] => {
    const old = before.get(part.id);
    if (!old) {
      return [{ kind: "added", what, id: part.id, name: nameOf(part), details: [] }];
    }
    const details = differences(old, part);
    return details.length === 0
      ? []
      : [{ kind: "changed", what, id: part.id, name: nameOf(part), details }];
  });
  const gone = earlier
    .filter((part) => !after.has(part.id))
    .map((part): Change => {
      return { kind: "removed", what, id: part.id, name: nameOf(part), details: [] };
    });
  return [...now, ...gone];
}

function sentences(what: string, earlier: string[], later: string[]): Change[] {
  const change = (kind: Change["kind"]) => (name: string) => ({
    kind,
    what,
    id: "",
    name,
    details: [],
  });
  return [
    ...later.filter((one) => !earlier.includes(one)).map(change("added")),
    ...earlier.filter((one) => !later.includes(one)).map(change("removed")),
  ];
}

function differences(before: Record<string, unknown>, after: Record<string, unknown>): Detail[] {
  const fields = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...fields]
    .filter((field) => field !== "id")
    .map((field) => ({ field, ...difference(before[field], after[field]) }))
    .filter((detail) => detail.before !== detail.after);
}

/// Of lists only what is not in both; where that is nothing, their order.
function difference(before: unknown, after: unknown): Omit<Detail, "field"> {
  if (!Array.isArray(before) || !Array.isArray(after)) {
    return { before: inWords(before), after: inWords(after) };
  }
  const [old, now] = [before.map(inWords), after.map(inWords)];
  const gone = old.filter((one) => !now.includes(one));
  const come = now.filter((one) => !old.includes(one));
  return gone.length + come.length === 0
    ? { before: old.join("\n"), after: now.join("\n") }
    : { before: gone.join("\n"), after: come.join("\n") };
}

function nameOf(part: Part): string {
  return part.title ?? part.text ?? "";
}

function inWords(value: unknown): string {
  if (value === undefined || value === null) {
    return "";
  }
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
