import { duration, money } from "../../../shared/amounts";
import { allClauses, type Packet, type Value } from "../api/packet";
import { ValuePill } from "./value-pill";

const VALUES: Value[] = ["proven", "refuted", "unproven"];

/// Whether it works, and how much of it is proven.
export function Verdict({ packet }: { packet: Packet }) {
  const clauses = packet.audit ? allClauses(packet.audit) : [];
  const count = (value: Value) => clauses.filter((clause) => clause.value === value).length;
  return (
    <section className={`verdict ${packet.verdict}`} aria-label="Verdict">
      <p className="judgement">
        <ValuePill value={packet.verdict} />
        <span>{sentence(packet.why)}</span>
      </p>
      {clauses.length > 0 && (
        <div className="meter" aria-hidden="true">
          {VALUES.filter((value) => count(value) > 0).map((value) => (
            <span key={value} className={value} style={{ flexGrow: count(value) }} />
          ))}
        </div>
      )}
      <dl className="figures">
        {packet.audit && (
          <>
            <Figure of={`${count("proven")} of ${clauses.length}`} what="clauses proven" />
            <Figure of={packet.audit.findings.after.length} what="checks on a fresh clone" />
          </>
        )}
        <Figure of={packet.rounds} what={packet.rounds === 1 ? "audit" : "audits"} />
        <Figure of={duration(packet.workedMillis)} what="of work" />
        <Figure of={money(packet.usage.usd)} what={`for ${packet.usage.calls} calls`} />
      </dl>
    </section>
  );
}

function Figure({ of, what }: { of: string | number; what: string }) {
  return (
    <div>
      <dt>{what}</dt>
      <dd>{of}</dd>
    </div>
  );
}

function sentence(why: string): string {
  return why === "" ? "" : `${why.charAt(0).toUpperCase()}${why.slice(1)}.`;
}
