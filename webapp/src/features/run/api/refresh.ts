import type { QueryClient } from "@tanstack/react-query";
import type { Heard } from "../../../shared/live";

const BREATH = 150;

/// Reads again what the news is about. News comes in bursts: one reading per breath is enough.
export function refreshOn(queries: QueryClient): (heard: Heard) => void {
  const touched = new Set<string>();
  let everything = false;
  let waiting = false;

  function refresh() {
    waiting = false;
    if (everything) {
      void queries.invalidateQueries();
    } else {
      void queries.invalidateQueries({ queryKey: ["runs"] });
      for (const run of touched) {
        void queries.invalidateQueries({ queryKey: ["run", run] });
      }
    }
    everything = false;
    touched.clear();
  }

  return (heard) => {
    if (heard === "everything") {
      everything = true;
    } else if (heard.run) {
      touched.add(heard.run);
    }
    if (!waiting) {
      waiting = true;
      setTimeout(refresh, BREATH);
    }
  };
}
