import { answered } from "./get";

type Session = { by: string; csrf?: string };

/// Asks the api for something to be done, with the sign that it is this page that asks. Sent again
/// with the same key, it is done once.
export async function send<T>(path: string, body: object, key: string): Promise<T> {
  const session = await answered<Session>("/api/v1/session", {
    headers: { accept: "application/json" },
  });
  return answered<T>(path, {
    method: "POST",
    headers: {
      accept: "application/json",
      "content-type": "application/json",
      "idempotency-key": key,
      ...(session.csrf ? { "otto-csrf": session.csrf } : {}),
    },
    body: JSON.stringify(body),
  });
}
