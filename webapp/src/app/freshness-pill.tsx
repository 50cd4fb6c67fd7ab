import { useSyncExternalStore } from "react";
import type { Freshness, Live } from "../shared/live";

const WORDS: Record<Freshness, string> = {
  connecting: "Connecting",
  live: "Live",
  reconnecting: "Reconnecting",
  offline: "Offline",
  newer: "New version",
};

/// Whether what the page shows is what is.
export function FreshnessPill({ live }: { live: Live }) {
  const freshness = useSyncExternalStore(live.onFreshness, live.freshness);
  return (
    <>
      <output className={`pill ${freshness}`} aria-live="polite">
        <span className="dot" aria-hidden="true" />
        {WORDS[freshness]}
      </output>
      {freshness === "newer" && (
        <button type="button" className="small" onClick={() => window.location.reload()}>
          Reload
        </button>
      )}
    </>
  );
}

/// Says over the page that it is no longer true, and since when.
export function OfflineBanner({ live }: { live: Live }) {
  const freshness = useSyncExternalStore(live.onFreshness, live.freshness);
  const since = live.since();
  return freshness !== "offline" || since === null ? null : (
    <p className="offline" role="status">
      Otto has not answered since {new Date(since).toLocaleTimeString([], TIME)}; what you see may
      be old. This page goes on by itself when it is back. Is it running? <code>otto status</code>
    </p>
  );
}

const TIME: Intl.DateTimeFormatOptions = { hour: "2-digit", minute: "2-digit" };
