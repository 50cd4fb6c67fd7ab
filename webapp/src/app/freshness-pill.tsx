import { useSyncExternalStore } from "react";
import type { Freshness, Live } from "../shared/live";

const words: Record<Freshness, string> = {
  connecting: "Connecting",
  live: "Live",
  reconnecting: "Reconnecting",
};

/// Whether what the page shows is what is.
export function FreshnessPill({ live }: { live: Live }) {
  const freshness = useSyncExternalStore(live.onFreshness, live.freshness);
  return (
    <output className={`pill ${freshness}`} aria-live="polite">
      <span className="dot" aria-hidden="true" />
      {words[freshness]}
    </output>
  );
}
