import { useEffect, useRef, useState } from "react";
import { type Key, keysOn, listen, switchKeys } from "../shared/keys";
import { go } from "../shared/location";

/// Every key of the page, in one place, and the sheet that tells them.
export function Keys() {
  const [open, show] = useState(false);
  const sheet = useRef<HTMLDialogElement>(null);
  useEffect(() => listen(registry(() => show(true))), []);
  useEffect(() => {
    if (open && sheet.current) {
      if (sheet.current.showModal) {
        sheet.current.showModal();
      } else {
        sheet.current.open = true;
      }
    }
  }, [open]);

  return (
    <>
      <button type="button" className="small quiet-button" onClick={() => show(true)}>
        Keys
      </button>
      {open && (
        <dialog ref={sheet} aria-labelledby="keys" onClose={() => show(false)}>
          <h2 id="keys">Keys</h2>
          <dl className="keys">
            {registry(() => {}).map(({ keys, words }) => (
              <div key={keys}>
                <dt>
                  {keys.split(" ").map((one) => (
                    <kbd key={one}>{one}</kbd>
                  ))}
                </dt>
                <dd>{words}</dd>
              </div>
            ))}
          </dl>
          <Switch />
          <div className="commands">
            <button type="button" onClick={() => show(false)}>
              Close
            </button>
          </div>
        </dialog>
      )}
    </>
  );
}

function Switch() {
  const [on, turn] = useState(keysOn);
  return (
    <p className="choice">
      <input
        id="keys-on"
        type="checkbox"
        checked={on}
        onChange={(change) => {
          switchKeys(change.target.checked);
          turn(change.target.checked);
        }}
      />
      <label htmlFor="keys-on">These keys do something</label>
    </p>
  );
}

function registry(help: () => void): Key[] {
  return [
    { keys: "?", words: "this sheet", press: help },
    { keys: "g r", words: "go to the runs", press: () => go("/") },
    { keys: "/", words: "search the runs", press: () => focus("#search") },
    { keys: "j", words: "next row", press: () => step(1) },
    { keys: "k", words: "row before", press: () => step(-1) },
    { keys: "Enter", words: "open the row", press: null },
    { keys: "o", words: "overview of the run", press: () => click('.tabs a[data-tab="overview"]') },
    { keys: "s", words: "its spec", press: () => click('.tabs a[data-tab="spec"]') },
    { keys: "e", words: "its proof and evidence", press: () => click('.tabs a[data-tab="proof"]') },
    { keys: "a", words: "to the approval of a spec", press: () => focus("[data-key=a]") },
    { keys: "Escape", words: "out of a question", press: null },
  ];
}

function step(by: number): void {
  const rows = [...document.querySelectorAll<HTMLElement>(".row .title")];
  const here = rows.indexOf(document.activeElement as HTMLElement);
  const next = here < 0 ? (by > 0 ? 0 : rows.length - 1) : here + by;
  rows[Math.max(0, Math.min(next, rows.length - 1))]?.focus();
}

function focus(selector: string): void {
  document.querySelector<HTMLElement>(selector)?.focus();
}

function click(selector: string): void {
  document.querySelector<HTMLElement>(selector)?.click();
}
