import { Feed, type News, type Told } from "./feed";

export type Freshness = "connecting" | "live" | "reconnecting" | "offline" | "newer";

/// What a listener hears: a piece of news, or that some may have been missed and everything must be looked at again.
export type Heard = News | "everything";

/// How long the stream may be away before what is shown counts as old.
const PATIENCE = 10_000;

/// What happens, as this page hears it: through the one stream of all tabs, or through its own where a browser cannot
/// share one.
export class Live {
  private worker: SharedWorker | null = null;
  private feed: Feed | null = null;
  private build: string | null = null;
  private state: Freshness = "connecting";
  private lostAt: number | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly watchers = new Set<() => void>();
  private readonly listeners = new Set<(heard: Heard) => void>();

  open(): void {
    if (typeof SharedWorker === "undefined") {
      this.feed = new Feed((told) => this.told(told));
      this.feed.open();
    } else {
      this.worker = new SharedWorker(new URL("./feed-worker.ts", import.meta.url), {
        type: "module",
        name: "otto",
      });
      this.worker.port.onmessage = ({ data }) => this.told(data as Told);
    }
    window.addEventListener("online", this.wake);
    window.addEventListener("pagehide", this.bye);
    window.addEventListener("pageshow", this.back);
    document.addEventListener("visibilitychange", this.wake);
    this.doubt();
  }

  close(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    window.removeEventListener("online", this.wake);
    window.removeEventListener("pagehide", this.bye);
    window.removeEventListener("pageshow", this.back);
    document.removeEventListener("visibilitychange", this.wake);
    this.bye();
    this.worker?.port.close();
    this.worker = null;
    this.feed?.close();
    this.feed = null;
  }

  onNews(listener: (heard: Heard) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  readonly freshness = (): Freshness => this.state;

  /// Since when nothing was heard, if so.
  readonly since = (): number | null => this.lostAt;

  readonly onFreshness = (watcher: () => void): (() => void) => {
    this.watchers.add(watcher);
    return () => this.watchers.delete(watcher);
  };

  private readonly wake = () => {
    if (document.visibilityState === "visible") {
      this.feed?.wake();
      this.worker?.port.postMessage("wake");
    }
  };

  private readonly bye = () => this.worker?.port.postMessage("bye");

  /// A page that comes back from the browser's memory was told nothing meanwhile.
  private readonly back = (shown: PageTransitionEvent) => {
    if (shown.persisted) {
      this.close();
      this.open();
    }
  };

  private told(told: Told): void {
    switch (told.kind) {
      case "live":
        this.lostAt = null;
        clearTimeout(this.timer);
        this.timer = undefined;
        this.become(this.state === "newer" ? "newer" : "live");
        return;
      case "reconnecting":
        this.doubt();
        this.become(this.state === "offline" ? "offline" : "reconnecting");
        return;
      case "hello":
        this.build ??= told.build;
        if (told.build !== this.build) {
          this.become("newer");
        }
        return;
      case "everything":
        this.tell("everything");
        return;
      case "news":
        this.tell(told.news);
    }
  }

  private doubt(): void {
    this.lostAt ??= Date.now();
    this.timer ??= setTimeout(() => this.become("offline"), PATIENCE);
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
