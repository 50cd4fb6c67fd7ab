import type { Standing, Verdict } from "../api/run";

type Look = { icon: string; word: string; tone: "good" | "bad" | "busy" | "calm" | "ask" };

/// Where a run stands, as icon, word and colour.
export function StateBadge({ standing }: { standing: Standing }) {
  const { icon, word, tone } = look(standing);
  return (
    <span className={`badge ${tone}`}>
      <span aria-hidden="true">{icon}</span> {word}
    </span>
  );
}

function look(standing: Standing): Look {
  switch (standing.state) {
    case "working":
      return { icon: "●", word: "working", tone: "busy" };
    case "waiting":
      return { icon: "◔", word: "waiting", tone: "ask" };
    case "limited":
      return { icon: "◷", word: "limited", tone: "calm" };
    case "pausing":
      return { icon: "‖", word: "pausing", tone: "calm" };
    case "paused":
      return { icon: "‖", word: "paused", tone: "calm" };
    case "ended":
      return standing.verdict ? verdict(standing.verdict) : unknown();
    default:
      return unknown(standing.state);
  }
}

function verdict(verdict: Verdict): Look {
  switch (verdict) {
    case "passed":
      return { icon: "✓", word: "passed", tone: "good" };
    case "failed":
      return { icon: "✕", word: "failed", tone: "bad" };
    case "partial":
      return { icon: "◐", word: "partial", tone: "ask" };
    case "blocked":
      return { icon: "⊘", word: "blocked", tone: "bad" };
    case "aborted":
      return { icon: "■", word: "aborted", tone: "calm" };
    default:
      return unknown(verdict);
  }
}

/// A server newer than this page may say what the page does not know; the compiler sees to the rest.
function unknown(_?: never): Look {
  return { icon: "?", word: "unknown", tone: "calm" };
}
