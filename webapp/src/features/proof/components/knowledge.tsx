import type { Audit, Packet } from "../api/packet";

const ALL = "all: ";

/// How one knows.
export function Knowledge({ run, packet, audit }: { run: string; packet: Packet; audit: Audit }) {
  const { findings } = audit;
  const before = findings.base.filter((result) => result.outcome === "failed").length;
  return (
    <>
      <h2>How we know</h2>
      <ul className="card know">
        <li>
          Otto ran every check on a fresh clone of commit{" "}
          <code>{findings.commit.slice(0, 12)}</code>, not those who wrote the code.
        </li>
        {before > 0 && (
          <li>
            {before} of {findings.base.length} checks failed on the commit that the work began with,
            and so can tell that something is new.
          </li>
        )}
        {packet.walls.startsWith(ALL) && (
          <li>
            Agents, checks and product were kept behind walls: {packet.walls.slice(ALL.length)}.
          </li>
        )}
        {findings.notLookedAt.length > 0 && (
          <li>The auditor did not look at: {findings.notLookedAt.join("; ")}.</li>
        )}
        <li>
          All of this is recomputed by <code>otto proof verify {run}</code>.
        </li>
      </ul>
    </>
  );
}
