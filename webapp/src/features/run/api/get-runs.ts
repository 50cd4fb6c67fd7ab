import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { get } from "../../../shared/get";
import type { RunLine } from "./run";

type Page = { runs: RunLine[]; next?: string };

/// All runs, newest first, page by page.
export function useRuns() {
  return useInfiniteQuery({
    queryKey: ["runs"],
    queryFn: ({ pageParam, signal }) =>
      get<Page>(
        pageParam ? `/api/v1/runs?before=${encodeURIComponent(pageParam)}` : "/api/v1/runs",
        signal,
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next ?? null,
    placeholderData: keepPreviousData,
  });
}
