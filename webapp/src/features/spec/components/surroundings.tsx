import { useBaggage, useWalls } from "../api/get-surroundings";

/// In what the work will go on: the walls of the host, and what the repository brings along.
export function Surroundings({ run }: { run: string }) {
  const walls = useWalls();
  const baggage = useBaggage(run);
  return (
    <dl className="card pairs">
      <dt>Walls</dt>
      <dd>
        {walls.data?.map(({ host, facts }) => (
          <p key={host}>
            {sentence(facts.walls)} {walls.data.length > 1 && <code>{host}</code>}
          </p>
        ))}
        {walls.isError && <span className="warn">{walls.error.message}</span>}
      </dd>
      <dt>Baggage</dt>
      <dd>
        {baggage.data && <Brought {...baggage.data} />}
        {baggage.isError && <span className="warn">{baggage.error.message}</span>}
      </dd>
    </dl>
  );
}

function Brought({ baggage, allowedBy }: NonNullable<ReturnType<typeof useBaggage>["data"]>) {
  if (baggage.count === 0) {
    return "The repository brings nothing along that agents would obey unasked.";
  }
  const more = baggage.count - baggage.pieces.length;
  return (
    <>
      <p>
        {allowedBy
          ? `Agents obey it: ${allowedBy} allowed exactly this.`
          : "It is hidden from agents; `otto trust` in the repository can allow it."}
      </p>
      <ul className="plain">
        {baggage.pieces.map(({ path }) => (
          <li key={path}>
            <code>{path}</code>
          </li>
        ))}
        {more > 0 && <li className="quiet">and {more} more</li>}
      </ul>
    </>
  );
}

function sentence(walls: string): string {
  return walls.startsWith("all: ")
    ? `All stand around agents, checks and the product: ${walls.slice("all: ".length)}.`
    : `Not all stand: ${walls}.`;
}
