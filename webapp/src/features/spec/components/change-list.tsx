import type { Change } from "../changes";

const ICONS: Record<Change["kind"], string> = { added: "+", removed: "−", changed: "~" };

/// What this revision says otherwise than the one before, part by part.
export function ChangeList({ changes, since }: { changes: Change[]; since: number }) {
  return (
    <section className="card changes" aria-labelledby="changes">
      <h2 id="changes">
        {changes.length === 0
          ? `Nothing changed since revision ${since}`
          : `Changed since revision ${since}`}{" "}
        <span className="quiet">{tally(changes)}</span>
      </h2>
      <ul className="change-lines">
        {changes.map((change) => (
          <li key={`${change.kind} ${change.what} ${change.id} ${change.name}`}>
            <span className={`mark ${change.kind}`}>
              <span aria-hidden="true">{ICONS[change.kind]}</span> {change.kind}
            </span>
            <div>
              <p>
                {change.what} {change.id && <code>{change.id}</code>} {change.name}
              </p>
              {change.details.map((detail) => (
                <dl key={detail.field} className="was">
                  <dt>{detail.field}</dt>
                  {detail.before && (
                    <dd>
                      <del>{detail.before}</del>
                    </dd>
                  )}
                  {detail.after && (
                    <dd>
                      <ins>{detail.after}</ins>
                    </dd>
                  )}
                </dl>
              ))}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

function tally(changes: Change[]): string {
  return (["added", "changed", "removed"] as const)
    .map((kind) => [changes.filter((change) => change.kind === kind).length, kind] as const)
    .filter(([count]) => count > 0)
    .map(([count, kind]) => `${count} ${kind}`)
    .join(", ");
}
