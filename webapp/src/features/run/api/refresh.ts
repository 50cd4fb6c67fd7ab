import type { QueryClient } from "@tanstack/react-query";
import type { Heard } from "../../../shared/live";

const BREATH = 150;
/// The list may be many pages long: it is read again less often.
const LONG_BREATH = 1_000;

/// Reads again what the news is about. News comes in bursts: one reading per breath is enough.
export function refreshOn(queries: QueryClient): (heard: Heard) => void {
  const touched = new Set<string>();
  let everything = false;
  let waiting = false;
  let listWaiting = false;
  let listAt = 0;

  function refresh() {
    waiting = false;
    if (everything) {
      void queries.invalidateQueries();
    } else {
      refreshList();
      for (const run of touched) {
        void queries.invalidateQueries({ queryKey: ["run", run] });
      }
    }
    everything = false;
    touched.clear();
  }

  function refreshList() {
    const rest = listAt + LONG_BREATH - Date.now();
    if (rest <= 0) {
      listAt = Date.now();
      void queries.invalidateQueries({ queryKey: ["runs"] });
    } else if (!listWaiting) {
      listWaiting = true;
      setTimeout(() => {
        listWaiting = false;
        refreshList();
      }, rest);
    }
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
