import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { get } from "../../../shared/get";
import type { RunSummary } from "./run";

type Page = { runs: RunSummary[]; next: string | null };

/// All runs, newest first, page by page.
export function useRuns() {
  return useInfiniteQuery({
    queryKey: ["runs"],
    queryFn: ({ pageParam, signal }) =>
      get<Page>(
        pageParam ? `/api/v1/runs?after=${encodeURIComponent(pageParam)}` : "/api/v1/runs",
        signal,
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  });
}
