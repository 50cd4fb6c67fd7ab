import { useQuery } from "@tanstack/react-query";
import type { Schemas } from "../../../shared/api";
import { get } from "../../../shared/get";

/// What a repository brings along that programs would obey unasked, and who allowed it.
export type Baggage = Schemas["TrustView"];

export function useBaggage(run: string) {
  return useQuery({
    queryKey: ["run", run, "baggage"],
    queryFn: ({ signal }) =>
      get<Baggage>(`/api/v1/runs/${encodeURIComponent(run)}/baggage`, signal),
  });
}

/// Which walls stand around everything foreign, host by host.
export function useWalls() {
  return useQuery({
    queryKey: ["hosts"],
    queryFn: async ({ signal }) =>
      (await get<Schemas["HostView.Page"]>("/api/v1/hosts", signal)).hosts,
  });
}
