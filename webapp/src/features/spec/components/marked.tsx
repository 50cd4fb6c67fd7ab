import { createContext, use } from "react";
import { partKey } from "../changes";

/// How the parts of the spec differ from those of the revision that it is compared with.
export const Marks = createContext<ReadonlyMap<string, "added" | "changed">>(new Map());

/// Says that a part is new or not as it was; nothing where nothing changed.
export function Marked({ what, id }: { what: string; id: string }) {
  const mark = use(Marks).get(partKey(what, id));
  return mark ? <span className={`mark ${mark}`}>{mark}</span> : null;
}
