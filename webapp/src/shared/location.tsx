import type { AnchorHTMLAttributes, MouseEvent } from "react";
import { useSyncExternalStore } from "react";

const MOVED = "otto:moved";

/// The path of the address, kept up to date with back, forward and links.
export function usePath(): string {
  return useSyncExternalStore(onMove, () => window.location.pathname);
}

/// One word of the address's question, such as `revision` in `?revision=2`; empty if it is not there.
export function useWord(name: string): string {
  return useSyncExternalStore(
    onMove,
    () => new URLSearchParams(window.location.search).get(name) ?? "",
  );
}

/// Goes to another address without loading the page again.
export function go(to: string): void {
  window.history.pushState(null, "", to);
  window.dispatchEvent(new Event(MOVED));
}

/// Writes a word into the address's question, without a step of its own in the history.
export function say(name: string, word: string): void {
  const words = new URLSearchParams(window.location.search);
  if (word) {
    words.set(name, word);
  } else {
    words.delete(name);
  }
  const question = words.toString();
  const path = window.location.pathname;
  window.history.replaceState(null, "", question ? `${path}?${question}` : path);
  window.dispatchEvent(new Event(MOVED));
}

/// A link within Mission Control: an ordinary one, followed without loading the page again.
export function Link({ to, ...rest }: AnchorHTMLAttributes<HTMLAnchorElement> & { to: string }) {
  function follow(click: MouseEvent) {
    const elsewhere = click.metaKey || click.ctrlKey || click.shiftKey || click.altKey;
    if (elsewhere || click.button !== 0) {
      return;
    }
    click.preventDefault();
    go(to);
  }
  return <a {...rest} href={to} onClick={follow} />;
}

function onMove(listener: () => void): () => void {
  window.addEventListener("popstate", listener);
  window.addEventListener(MOVED, listener);
  return () => {
    window.removeEventListener("popstate", listener);
    window.removeEventListener(MOVED, listener);
  };
}
