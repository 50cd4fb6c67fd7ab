import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRef } from "react";
import { Refused } from "../../../shared/get";
import { send } from "../../../shared/send";
import type { Run } from "./run";

type Asked = { verb: string; body: object };
type Sent = { words: string; key: string };

/// Asks something of a run; the run as it stands then is shown at once.
///
/// A second click while the first is under way is none. What was asked and not answered is asked
/// again with the same key, so it is done once, whatever became of the first time.
export function useCommand(run: Run) {
  const queries = useQueryClient();
  const busy = useRef(false);
  const unanswered = useRef<Sent | null>(null);
  const mutation = useMutation({
    mutationFn: ({ verb, body }: Asked) => {
      const path = `/api/v1/runs/${encodeURIComponent(run.run)}/${verb}`;
      const words = `${path} ${JSON.stringify(body)}`;
      if (unanswered.current?.words !== words) {
        unanswered.current = { words, key: crypto.randomUUID() };
      }
      return send<Run>(path, body, unanswered.current.key);
    },
    onSuccess: (now) => {
      unanswered.current = null;
      queries.setQueryData(["run", run.run], now);
      void queries.invalidateQueries({
        queryKey: ["run", run.run],
        predicate: ({ queryKey }) => queryKey.length > 2, // what it said otherwise: specs, messages
      });
    },
    onError: (error) => {
      if (error instanceof Refused && error.status > 0) {
        unanswered.current = null;
        void queries.invalidateQueries({ queryKey: ["run", run.run] }); // it may have moved on
      }
    },
  });

  function ask(verb: string, body: object, then: (now: Run) => void = () => {}) {
    if (busy.current) {
      return;
    }
    busy.current = true;
    mutation.mutate(
      { verb, body },
      {
        onSuccess: then,
        onSettled: () => {
          busy.current = false;
        },
      },
    );
  }

  return { ask, isPending: mutation.isPending, error: mutation.error, reset: mutation.reset };
}
