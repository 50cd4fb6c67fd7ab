const OFF = "otto.keys.off";
const CHORD = 1_000;

/// A key, or two one after the other as `g r`, and what it does; `null` for what the browser does itself.
export type Key = { keys: string; words: string; press: (() => void) | null };

export function keysOn(): boolean {
  return localStorage.getItem(OFF) === null;
}

/// Single letters can be switched off: who speaks to the machine would press them unawares.
export function switchKeys(on: boolean): void {
  if (on) {
    localStorage.removeItem(OFF);
  } else {
    localStorage.setItem(OFF, "off");
  }
}

/// Listens for the keys until it is told to stop. Who is typing presses none of them.
export function listen(keys: Key[]): () => void {
  let before = "";
  let at = 0;
  function pressed(press: KeyboardEvent) {
    if (press.metaKey || press.ctrlKey || press.altKey || !keysOn() || typing(press.target)) {
      return;
    }
    const chord = press.timeStamp - at < CHORD ? `${before} ${press.key}` : press.key;
    const key =
      keys.find((one) => one.keys === chord) ?? keys.find((one) => one.keys === press.key);
    before = press.key;
    at = press.timeStamp;
    if (key?.press) {
      press.preventDefault();
      key.press();
    }
  }
  window.addEventListener("keydown", pressed);
  return () => window.removeEventListener("keydown", pressed);
}

function typing(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.closest("input, textarea, select, dialog[open]") !== null)
  );
}
