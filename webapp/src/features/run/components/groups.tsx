import type { Group } from "../api/run";

/// The groups of a run and how far each is.
export function Groups({ groups, ended }: { groups: Group[]; ended: boolean }) {
  if (groups.length === 0) {
    return (
      <p className="quiet">
        {ended
          ? "The run ended before there were any."
          : "The spec has not been compiled yet; groups appear with it."}
      </p>
    );
  }
  return (
    <table className="groups">
      <thead>
        <tr>
          <th scope="col">Group</th>
          <th scope="col">State</th>
          <th scope="col" className="number">
            Attempts
          </th>
        </tr>
      </thead>
      <tbody>
        {groups.map((group) => (
          <tr key={group.group}>
            <th scope="row">{group.group}</th>
            <td>
              <span className={`state ${group.state}`}>{group.state}</span>
              {note(group) && <span className="quiet note">{note(group)}</span>}
            </td>
            <td className="number">{group.attempts}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/// Why it stands so, as far as that is known.
function note(group: Group): string {
  const needs = group.state === "waiting" && group.needs.length > 0;
  return group.why ?? (needs ? `needs ${group.needs.join(", ")}` : "");
}
