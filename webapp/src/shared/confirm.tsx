import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef } from "react";

/// Asks again before something that cannot be taken back. The way back is where the focus is (W-70).
export function Confirm({
  question,
  yes,
  pending,
  allowed,
  confirm,
  back,
  children,
}: {
  question: string;
  yes: string;
  pending: boolean;
  allowed: boolean;
  confirm: () => void;
  back: () => void;
  children: ReactNode;
}) {
  const name = useId();
  const out = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    out.current?.focus();
    return () => {
      if (before instanceof HTMLElement && before.isConnected) {
        before.focus();
      }
    };
  }, []);

  function leave(pressed: KeyboardEvent) {
    if (pressed.key === "Escape") {
      pressed.stopPropagation();
      back();
    }
  }

  return (
    <form
      className="confirm"
      aria-labelledby={name}
      onKeyDown={leave}
      onSubmit={(submit) => {
        submit.preventDefault();
        confirm();
      }}
    >
      <p id={name} className="question">
        {question}
      </p>
      {children}
      <div className="commands">
        <button type="button" ref={out} onClick={back}>
          Back
        </button>
        <button type="submit" className="danger" disabled={pending || !allowed}>
          {yes}
        </button>
      </div>
    </form>
  );
}
