import type { AnchorHTMLAttributes, MouseEvent } from "react";
import { useSyncExternalStore } from "react";

const MOVED = "otto:moved";

/// The path of the address, kept up to date with back, forward and links.
export function usePath(): string {
  return useSyncExternalStore(onMove, () => window.location.pathname);
}

/// A link within Mission Control: an ordinary one, followed without loading the page again.
export function Link({ to, ...rest }: AnchorHTMLAttributes<HTMLAnchorElement> & { to: string }) {
  function follow(click: MouseEvent) {
    const elsewhere = click.metaKey || click.ctrlKey || click.shiftKey || click.altKey;
    if (elsewhere || click.button !== 0) {
      return;
    }
    click.preventDefault();
    window.history.pushState(null, "", to);
    window.dispatchEvent(new Event(MOVED));
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
