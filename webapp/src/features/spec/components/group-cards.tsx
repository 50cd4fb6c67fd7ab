import type { GroupSpec } from "../api/spec";
import { Ids, Words } from "./ids";
import { Marked } from "./marked";

/// Who builds what: what each group needs before it and which paths are its own.
export function GroupCards({ groups }: { groups: GroupSpec[] }) {
  return (
    <div className="tiles-wide">
      {groups.map((group) => (
        <section key={group.id} id={`group-${group.id}`} className="card">
          <h3>
            {group.title} <Marked what="group" id={group.id} />
          </h3>
          <p className="how">
            <code>{group.id}</code>
            {group.features.length === 0 && <span>builds what others stand on</span>}
          </p>
          <dl className="pairs">
            <Pair name="Builds" of={group.features} what="feature" />
            <dt>Needs</dt>
            <dd>
              {group.needs.length > 0 ? (
                <Ids of={group.needs} what="group" />
              ) : (
                <span className="quiet">nothing, it starts at once</span>
              )}
            </dd>
            <dt>Owns</dt>
            <dd>
              <Words of={group.owns} />
            </dd>
            {group.shared.length > 0 && (
              <>
                <dt>Shares</dt>
                <dd>
                  <Words of={group.shared} />
                </dd>
              </>
            )}
            <Pair name="Checks" of={group.checks} what="check" />
          </dl>
        </section>
      ))}
    </div>
  );
}

function Pair({ name, of, what }: { name: string; of: string[]; what: string }) {
  return of.length === 0 ? null : (
    <>
      <dt>{name}</dt>
      <dd>
        <Ids of={of} what={what} />
      </dd>
    </>
  );
}
