import type { Group } from "../api/run";

/// The groups of a run and how far each is.
export function Groups({ groups }: { groups: Group[] }) {
  if (groups.length === 0) {
    return <p className="quiet">The spec has not been compiled yet; groups appear with it.</p>;
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
            <td>{group.state}</td>
            <td className="number">{group.attempts}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
