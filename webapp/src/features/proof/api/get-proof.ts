import { useQuery } from "@tanstack/react-query";
import type { Schemas } from "../../../shared/api";
import { get } from "../../../shared/get";
import type { Packet } from "./packet";

/// The packet of a run that has one.
export function usePacket(run: string) {
  return useQuery({
    queryKey: ["run", run, "proof"],
    queryFn: ({ signal }) => get<Packet>(`/api/v1/runs/${encodeURIComponent(run)}/proof`, signal),
  });
}

/// What a person should look at before trusting the product.
export function useWorries(run: string) {
  return useQuery({
    queryKey: ["run", run, "evidence"],
    queryFn: ({ signal }) =>
      get<Schemas["EvidenceView"]>(`/api/v1/runs/${encodeURIComponent(run)}/evidence`, signal),
  });
}
