import { useEffect, useState } from "react";

const STEPS: [Intl.RelativeTimeFormatUnit, number][] = [
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
];
const words = new Intl.RelativeTimeFormat("en", { numeric: "always", style: "long" });

/// A moment, as the time since then; the exact one is in its tooltip.
export function Ago({ at }: { at: string }) {
  const [now, tick] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => tick(Date.now()), 20_000);
    return () => clearInterval(timer);
  }, []);
  return (
    <time dateTime={at} title={new Date(at).toLocaleString()}>
      {since(Date.parse(at), now)}
    </time>
  );
}

/// A moment that is to come, as the time until then.
export function Until({ at }: { at: string }) {
  const [now, tick] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => tick(Date.now()), 20_000);
    return () => clearInterval(timer);
  }, []);
  return (
    <time dateTime={at} title={new Date(at).toLocaleString()}>
      {until(Date.parse(at), now)}
    </time>
  );
}

export function until(then: number, now: number): string {
  const seconds = (then - now) / 1_000;
  for (const [unit, length] of STEPS) {
    if (seconds >= length) {
      return words.format(Math.floor(seconds / length), unit);
    }
  }
  return seconds > 0 ? "in less than a minute" : "now";
}

export function since(then: number, now: number): string {
  const seconds = Math.max(0, (now - then) / 1_000);
  for (const [unit, length] of STEPS) {
    if (seconds >= length) {
      return words.format(-Math.floor(seconds / length), unit);
    }
  }
  return "just now";
}
