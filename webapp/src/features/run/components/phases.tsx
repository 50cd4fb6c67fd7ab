const PHASES = ["compile", "review", "prepare", "build", "audit", "repair", "render"];
const NOT_ALWAYS = ["review", "repair"];

/// The way of a run, and where on it the run is. Not every run is reviewed or repaired.
export function Phases({ current }: { current: string }) {
  const place = PHASES.indexOf(current);
  return (
    <ol className="phases" aria-label="Phases">
      {PHASES.filter((phase) => phase === current || !NOT_ALWAYS.includes(phase)).map((phase) => (
        <li
          key={phase}
          className={PHASES.indexOf(phase) < place ? "done" : undefined}
          aria-current={phase === current ? "step" : undefined}
        >
          {phase}
        </li>
      ))}
    </ol>
  );
}
