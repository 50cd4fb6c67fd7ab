/// Why Otto did not answer as asked: its own sentence and next step, or what the network said.
export class Refused extends Error {
  constructor(
    sentence: string,
    readonly next: string | null,
    readonly request: string | null,
  ) {
    super(sentence);
  }
}

type Problem = {
  sentence?: string;
  detail?: string;
  title?: string;
  next?: string;
  requestId?: string;
};

/// Reads one resource of the api.
export async function get<T>(path: string, signal: AbortSignal): Promise<T> {
  const answer = await fetch(path, { signal, headers: { accept: "application/json" } }).catch(
    (trouble: unknown) => {
      if (signal.aborted) {
        throw trouble;
      }
      throw new Refused("Otto cannot be reached.", "Is it running? Try: otto status", null);
    },
  );
  if (!answer.ok) {
    const problem: Problem = await answer.json().catch(() => ({}));
    const sentence = problem.sentence ?? problem.detail ?? problem.title;
    throw new Refused(
      sentence ?? `Otto answered ${answer.status}.`,
      problem.next ?? null,
      problem.requestId ?? answer.headers.get("X-Request-Id"),
    );
  }
  return answer.json();
}
