/// Such as `0.4 s`, `39 s`, `2 min 5 s`, `3 h 20 min`.
export function duration(millis: number): string {
  const seconds = Math.floor(millis / 1_000);
  if (seconds < 10) {
    return `${(Math.floor(millis / 100) / 10).toFixed(1)} s`;
  }
  if (seconds < 60) {
    return `${seconds} s`;
  }
  return seconds < 3_600
    ? `${Math.floor(seconds / 60)} min ${seconds % 60} s`
    : `${Math.floor(seconds / 3_600)} h ${Math.floor((seconds % 3_600) / 60)} min`;
}

/// An amount of US dollars; what is not known is never 0.
export function money(usd: number | undefined): string {
  return usd === undefined ? "cost unknown" : `$${usd.toFixed(2)}`;
}

/// Such as `950`, `12.4k` or `1.8M`.
export function short(number: number): string {
  if (number < 1_000) {
    return String(number);
  }
  return number < 1_000_000
    ? `${(number / 1_000).toFixed(1)}k`
    : `${(number / 1_000_000).toFixed(1)}M`;
}
