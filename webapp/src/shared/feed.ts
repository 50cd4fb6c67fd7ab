/// One thing that happened, as the stream tells it.
export type News = {
  id: number;
  ts: string;
  project: string;
  run: string | null;
  seq: number;
  type: string;
  data: unknown;
};

/// What the stream tells a page: how it stands, news, or that some may have been missed.
export type Told =
  | { kind: "live" | "reconnecting" | "everything" }
  | { kind: "hello"; build: string }
  | { kind: "news"; news: News };

const STREAM = "/api/v1/events";
const FIRST_PAUSE = 1_000;
const LONGEST_PAUSE = 15_000;
/// A beat comes every ten seconds: after two missing ones and a little more the stream is dead, whatever it says.
const SILENCE = 25_000;
const LOOK = 5_000;

/// The stream of everything that happens, opened again for as long as somebody listens.
export class Feed {
  private source: EventSource | null = null;
  private after: number | null = null;
  private pause = FIRST_PAUSE;
  private retry: ReturnType<typeof setTimeout> | undefined;
  private watch: ReturnType<typeof setInterval> | undefined;
  private heardAt = 0;

  constructor(private readonly tell: (told: Told) => void) {}

  open(): void {
    clearTimeout(this.retry);
    this.retry = undefined;
    const source = new EventSource(this.after === null ? STREAM : `${STREAM}?after=${this.after}`);
    this.source = source;
    this.heardAt = Date.now();
    this.watch ??= setInterval(() => this.look(), LOOK);
    source.onopen = () => this.opened();
    source.onerror = () => this.lost(source);
    for (const name of ["message", "event"]) {
      source.addEventListener(name, (message) => this.heard(message as MessageEvent<string>));
    }
    source.addEventListener("heartbeat", () => this.alive());
    source.addEventListener("hello", (message) => this.greeted(message as MessageEvent<string>));
    source.addEventListener("resync", (message) => {
      this.alive();
      this.after = Number((message as MessageEvent<string>).lastEventId);
      this.tell({ kind: "everything" });
    });
  }

  close(): void {
    clearTimeout(this.retry);
    clearInterval(this.watch);
    this.retry = undefined;
    this.watch = undefined;
    this.source?.close();
    this.source = null;
  }

  /// Somebody looks again: no time to lose with waiting.
  wake(): void {
    if (this.retry !== undefined) {
      this.open();
    }
  }

  private opened(): void {
    this.alive();
    this.pause = FIRST_PAUSE;
    this.tell({ kind: "live" });
    this.tell({ kind: "everything" }); // what happened before the stream was open is not in it
  }

  /// A browser reconnects by itself after a broken connection, but never after a refusal.
  private lost(source: EventSource): void {
    this.tell({ kind: "reconnecting" });
    if (source.readyState === EventSource.CLOSED && source === this.source) {
      this.later();
    }
  }

  private later(): void {
    this.source?.close();
    clearTimeout(this.retry);
    this.retry = setTimeout(() => this.open(), this.pause);
    this.pause = Math.min(this.pause * 2, LONGEST_PAUSE);
  }

  private look(): void {
    if (this.retry === undefined && Date.now() - this.heardAt > SILENCE) {
      this.tell({ kind: "reconnecting" });
      this.later();
    }
  }

  private greeted(message: MessageEvent<string>): void {
    this.alive();
    const { uiBuild } = JSON.parse(message.data) as { uiBuild: string };
    this.tell({ kind: "hello", build: uiBuild });
  }

  private heard(message: MessageEvent<string>): void {
    this.alive();
    const news = JSON.parse(message.data) as News;
    this.after = news.id;
    this.tell({ kind: "news", news });
  }

  private alive(): void {
    this.heardAt = Date.now();
  }
}
