import type { Spec } from "../api/spec";
import { Words } from "./ids";

/// What the product is made of, and how it is set up and started.
export function ProductFacts({ spec }: { spec: Spec }) {
  const { kind, ...parts } = spec.structure;
  return (
    <dl className="card pairs">
      <dt>Kind</dt>
      <dd>{kind}</dd>
      {Object.entries(parts).map(([name, value]) => (
        <Part key={name} name={name} value={value} />
      ))}
      {spec.setup.length > 0 && (
        <>
          <dt>Set up by</dt>
          <dd>
            <Words of={spec.setup.map((argv) => argv.join(" "))} />
          </dd>
        </>
      )}
      {spec.start && (
        <>
          <dt>Started by</dt>
          <dd>
            <code>{spec.start.argv.join(" ")}</code>
            <span className="quiet">
              {" "}
              and ready when <code>GET {spec.start.ready.path}</code> answers, within{" "}
              {spec.start.ready.seconds} s
            </span>
          </dd>
        </>
      )}
      {spec.fixtures.length > 0 && (
        <>
          <dt>Sample data</dt>
          <dd>
            <Words of={spec.fixtures.map((fixture) => fixture.argv.join(" "))} />
          </dd>
        </>
      )}
    </dl>
  );
}

function Part({ name, value }: { name: string; value: unknown }) {
  const words = Array.isArray(value) ? value.map(String) : [String(value)];
  return words.length === 0 ? null : (
    <>
      <dt>{spoken(name)}</dt>
      <dd>
        <Words of={words} />
      </dd>
    </>
  );
}

/// `dataModel` as `Data model`.
function spoken(name: string): string {
  const words = name.replace(/([A-Z])/g, " $1").toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
