import { useQuery } from "@tanstack/react-query";
import { get } from "../../../shared/get";

/// What a repository brings along that programs would obey unasked, and who allowed it.
export type Baggage = {
  baggage: { count: number; pieces: { path: string }[] };
  allowedBy?: string;
};

type Hosts = { hosts: { host: string; facts: { walls: string } }[] };

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
    queryFn: async ({ signal }) => (await get<Hosts>("/api/v1/hosts", signal)).hosts,
  });
}
