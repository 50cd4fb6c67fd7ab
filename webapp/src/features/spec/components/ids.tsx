/// Names of other parts of the spec, each leading there.
export function Ids({ of, what }: { of: string[]; what: string }) {
  return (
    <span className="ids">
      {of.map((id) => (
        <a key={id} className="id" href={`#${what}-${id}`}>
          <code>{id}</code>
        </a>
      ))}
    </span>
  );
}

/// Paths and other words of programs.
export function Words({ of }: { of: string[] }) {
  return (
    <span className="ids">
      {of.map((word) => (
        <code key={word} className="word">
          {word}
        </code>
      ))}
    </span>
  );
}
