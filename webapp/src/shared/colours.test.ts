import { expect, test } from "vitest";
import style from "./style.css?raw";

/// Text is readable on every ground that it stands on, by day and by night (WCAG 2.2, 1.4.3: 4.5 to 1).
const LEAST = 4.5;
const GROUNDS = ["page", "card"];
const INKS = ["text", "quiet", "accent", "good", "bad", "busy", "ask"];

function colour(name: string, night: boolean): string {
  const pair = new RegExp(`--${name}: light-dark\\((#\\w{6}), (#\\w{6})\\)`).exec(style);
  const found = night ? pair?.[2] : pair?.[1];
  if (!found) {
    throw new Error(`--${name} is no colour of day and night`);
  }
  return found;
}

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

test.each([false, true])("every ink is readable on every ground (night: %s)", (night) => {
  const weak = GROUNDS.flatMap((ground) =>
    INKS.map((ink) => ({
      ink,
      ground,
      ratio: contrast(colour(ink, night), colour(ground, night)),
    })),
  ).filter(({ ratio }) => ratio < LEAST);

  expect(weak).toEqual([]);
});

test.each([false, true])("what stands on the accent is readable (night: %s)", (night) => {
  expect(contrast(colour("page", night), colour("accent", night))).toBeGreaterThan(LEAST);
  expect(contrast(colour("page", night), colour("ask", night))).toBeGreaterThan(LEAST);
});
