import { useQuery } from "@tanstack/react-query";
import type { Schemas } from "../../../shared/api";
import { get } from "../../../shared/get";
import type { Spec } from "./spec";

/// The revisions of a run's spec, the oldest first.
export function useRevisions(run: string) {
  return useQuery({
    queryKey: ["run", run, "specs"],
    queryFn: async ({ signal }) =>
      (
        await get<Schemas["SpecRevision.Page"]>(
          `/api/v1/runs/${encodeURIComponent(run)}/specs`,
          signal,
        )
      ).revisions,
  });
}

/// One revision, by its digest. It never changes, so it is read once.
export function useSpec(run: string, spec: string | undefined) {
  return useQuery({
    queryKey: ["spec", spec],
    queryFn: ({ signal }) =>
      get<Spec>(`/api/v1/runs/${encodeURIComponent(run)}/specs/${spec}`, signal),
    enabled: spec !== undefined,
  });
}
