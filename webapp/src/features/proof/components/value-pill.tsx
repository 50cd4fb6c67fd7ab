const ICONS: Record<string, string> = {
  proven: "✓",
  passed: "✓",
  refuted: "✕",
  failed: "✕",
  unproven: "◔",
  partial: "◐",
  blocked: "⊘",
  aborted: "■",
};

/// A verdict, of a clause or of a feature, as icon, word and colour.
export function ValuePill({ value }: { value: string }) {
  return (
    <span className={`value ${value}`}>
      <span aria-hidden="true">{ICONS[value] ?? "?"}</span> {value}
    </span>
  );
}
