import { useQuery } from "@tanstack/react-query";
import { get } from "../../../shared/get";
import type { Run } from "./run";

/// One run, whole.
export function useRun(run: string) {
  return useQuery({
    queryKey: ["run", run],
    queryFn: ({ signal }) => get<Run>(`/api/v1/runs/${encodeURIComponent(run)}`, signal),
  });
}
