import { useMutation, useQueryClient } from "@tanstack/react-query";
import { send } from "../../../shared/send";
import type { Action, Run } from "./run";

/// Asks something of a run; the run as it stands then is shown at once.
export function useCommand(run: Run) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (action: Action) =>
      send<Run>(`/api/v1/runs/${encodeURIComponent(run.run)}/${action.id}`, looked(action, run)),
    onSuccess: (now) => queries.setQueryData(["run", run.run], now),
  });
}

/// What the person looked at when they decided: what has changed since is not meant.
function looked(action: Action, run: Run): object {
  switch (action.id) {
    case "approve":
      return { spec: run.spec };
    case "land":
      return { commit: run.commit };
    default:
      return {};
  }
}
