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

export type Freshness = "connecting" | "live" | "reconnecting";

/// What a listener hears: a piece of news, or that some may have been missed and everything must be looked at again.
export type Heard = News | "everything";

const STREAM = "/api/v1/events";
const FIRST_PAUSE = 1_000;
const LONGEST_PAUSE = 15_000;

/// The stream of everything that happens, opened again for as long as the page is open.
export class Live {
  private source: EventSource | null = null;
  private after: number | null = null;
  private pause = FIRST_PAUSE;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private state: Freshness = "connecting";
  private readonly watchers = new Set<() => void>();
  private readonly listeners = new Set<(heard: Heard) => void>();

  open(): void {
    const source = new EventSource(this.after === null ? STREAM : `${STREAM}?after=${this.after}`);
    this.source = source;
    source.onopen = () => this.opened();
    source.onerror = () => this.lost(source);
    for (const name of ["message", "event"]) {
      source.addEventListener(name, (message) =>
        this.heard((message as MessageEvent<string>).data),
      );
    }
    source.addEventListener("resync", (message) => {
      this.after = Number(message.lastEventId);
      this.tell("everything");
    });
  }

  close(): void {
    clearTimeout(this.timer);
    this.source?.close();
    this.source = null;
  }

  onNews(listener: (heard: Heard) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  readonly freshness = (): Freshness => this.state;

  readonly onFreshness = (watcher: () => void): (() => void) => {
    this.watchers.add(watcher);
    return () => this.watchers.delete(watcher);
  };

  private opened(): void {
    this.pause = FIRST_PAUSE;
    this.become("live");
    this.tell("everything"); // what happened before the stream was open is not in it
  }

  /// A browser reconnects by itself after a broken connection, but never after a refusal.
  private lost(source: EventSource): void {
    this.become("reconnecting");
    if (source.readyState === EventSource.CLOSED) {
      this.timer = setTimeout(() => this.open(), this.pause);
      this.pause = Math.min(this.pause * 2, LONGEST_PAUSE);
    }
  }

  private heard(text: string): void {
    const news = JSON.parse(text) as News;
    this.after = news.id;
    this.tell(news);
  }

  private tell(heard: Heard): void {
    for (const listener of this.listeners) {
      listener(heard);
    }
  }

  private become(state: Freshness): void {
    this.state = state;
    for (const watcher of this.watchers) {
      watcher();
    }
  }
}
