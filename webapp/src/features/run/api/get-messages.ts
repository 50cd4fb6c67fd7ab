import { useQuery } from "@tanstack/react-query";
import type { Schemas } from "../../../shared/api";
import { get } from "../../../shared/get";

/// Something that a person said to an agent. Without a group it is for the one that writes the spec.
export type Message = Schemas["MessageView"];

export function useMessages(run: string) {
  return useQuery({
    queryKey: ["run", run, "messages"],
    queryFn: async ({ signal }) =>
      (
        await get<Schemas["MessageView.Page"]>(
          `/api/v1/runs/${encodeURIComponent(run)}/messages`,
          signal,
        )
      ).messages,
  });
}
