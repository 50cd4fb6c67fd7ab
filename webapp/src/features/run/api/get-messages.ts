import { useQuery } from "@tanstack/react-query";
import { get } from "../../../shared/get";

/// Something that a person said to an agent. Without a group it is for the one that writes the spec.
export type Message = {
  by: string;
  group?: string;
  text: string;
  now: boolean;
  at: string;
  heardAt?: string;
};

export function useMessages(run: string) {
  return useQuery({
    queryKey: ["run", run, "messages"],
    queryFn: async ({ signal }) =>
      (
        await get<{ messages: Message[] }>(
          `/api/v1/runs/${encodeURIComponent(run)}/messages`,
          signal,
        )
      ).messages,
  });
}
