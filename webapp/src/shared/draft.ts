import { useState } from "react";

/// What somebody is typing: it outlives a refusal, a look elsewhere and a reload of the page.
export function useDraft(name: string): [string, (text: string) => void] {
  const place = `otto.draft.${name}`;
  const [text, keep] = useState(() => sessionStorage.getItem(place) ?? "");
  function write(now: string) {
    keep(now);
    if (now) {
      sessionStorage.setItem(place, now);
    } else {
      sessionStorage.removeItem(place);
    }
  }
  return [text, write];
}
