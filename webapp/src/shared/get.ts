/// A place that is wrong in what was sent.
export type Violation = { pointer: string; sentence: string };

/// Why Otto did not answer as asked: its own sentence and next step, or what the network said.
export class Refused extends Error {
  constructor(
    sentence: string,
    readonly next: string | null,
    readonly request: string | null,
    /// The status of the answer; 0 if there was none, so that nobody knows what became of it.
    readonly status = 0,
    readonly violations: Violation[] = [],
  ) {
    super(sentence);
  }
}

type Problem = {
  detail?: string;
  title?: string;
  nextStep?: string;
  requestId?: string;
  violations?: Violation[];
};

/// Reads one resource of the api.
export function get<T>(path: string, signal: AbortSignal): Promise<T> {
  return answered(path, { signal, headers: { accept: "application/json" } });
}

/// The answer of the api, or its refusal.
export async function answered<T>(path: string, request: RequestInit): Promise<T> {
  const answer = await fetch(path, request).catch((trouble: unknown) => {
    if (request.signal?.aborted) {
      throw trouble;
    }
    throw new Refused("Otto cannot be reached.", "Is it running? Try: otto status", null);
  });
  if (!answer.ok) {
    const problem: Problem = await answer.json().catch(() => ({}));
    throw new Refused(
      problem.detail ?? problem.title ?? `Otto answered ${answer.status}.`,
      problem.nextStep || null,
      problem.requestId ?? answer.headers.get("X-Request-Id"),
      answer.status,
      problem.violations ?? [],
    );
  }
  return answer.json();
}
