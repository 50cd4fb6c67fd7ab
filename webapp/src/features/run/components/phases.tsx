const PHASES = [
  "compile",
  "review",
  "prepare",
  "build",
  "merge",
  "fixtures",
  "audit",
  "repair",
  "render",
];

/// The way of a run, and where on it the run is.
export function Phases({ current }: { current: string }) {
  return (
    <ol className="phases" aria-label="Phases">
      {PHASES.map((phase) => (
        <li key={phase} aria-current={phase === current ? "step" : undefined}>
          {phase}
        </li>
      ))}
    </ol>
  );
}
