import type { Spec } from "../../spec/api/spec";
import type { Audit, Packet } from "../api/packet";
import { Entries } from "./entries";
import { ValuePill } from "./value-pill";

/// Every clause, feature by feature, and who made each.
export function Ledger({
  run,
  packet,
  spec,
  audit,
}: {
  run: string;
  packet: Packet;
  spec: Spec;
  audit: Audit;
}) {
  const { judgement } = audit;
  return (
    <>
      <h2>Clause by clause</h2>
      {spec.features.map((feature) => (
        <section key={feature.id} id={`feature-${feature.id}`} className="card ledger">
          <header>
            <h3>{feature.title}</h3>
            {judgement.features
              .filter((verdict) => verdict.feature === feature.id)
              .map(({ verdict }) => (
                <ValuePill key={verdict} value={verdict} />
              ))}
          </header>
          <Entries run={run} audit={audit} of={feature.clauses} verdicts={judgement.clauses} />
          <Makers packet={packet} spec={spec} feature={feature.id} />
        </section>
      ))}
      {spec.guardrails.length > 0 && (
        <section className="card ledger">
          <header>
            <h3>What must not happen</h3>
          </header>
          <Entries run={run} audit={audit} of={spec.guardrails} verdicts={judgement.guardrails} />
        </section>
      )}
    </>
  );
}

/// Who made the feature, and in which files.
function Makers({ packet, spec, feature }: { packet: Packet; spec: Spec; feature: string }) {
  return spec.groups
    .filter((group) => group.features.includes(feature))
    .map((group) => {
      const files = packet.work.find((one) => one.group === group.id)?.files ?? [];
      return (
        <details key={group.id}>
          <summary>
            made by group <code>{group.id}</code> in {files.length}{" "}
            {files.length === 1 ? "file" : "files"}
          </summary>
          <ul className="files">
            {files.map(({ path, added, removed }) => (
              <li key={path}>
                <code>{path}</code> {`+${added} −${removed}`}
              </li>
            ))}
          </ul>
        </details>
      );
    });
}
