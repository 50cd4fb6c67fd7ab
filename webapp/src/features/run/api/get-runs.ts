import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import type { Schemas } from "../../../shared/api";
import { get } from "../../../shared/get";

type Page = Schemas["RunsPage"];

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
