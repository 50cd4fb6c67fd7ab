package dev.otto.store.announce;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// One who wants to know that something was stored. However often it was said meanwhile, it hears
/// it once; however slow it is, nobody waits for it.
public final class Listener implements AutoCloseable {
  /// What a listener hears.
  public enum Heard {
    /// Something may have been stored since it listened last.
    NEWS,
    /// Nothing, for as long as it was patient.
    SILENCE,
    /// Nothing will be said any more.
    END
  }

  private final BlockingQueue<Heard> next = new ArrayBlockingQueue<>(1);
  private final Consumer<Listener> farewell;
  private volatile boolean closed;

  Listener(Consumer<Listener> farewell) {
    this.farewell = farewell;
    wake();
  }

  /// Waits for news, at most so long.
  public Heard await(Duration patience) throws InterruptedException {
    if (closed) {
      return Heard.END;
    }
    var heard = next.poll(patience.toNanos(), TimeUnit.NANOSECONDS);
    if (closed) {
      return Heard.END;
    }
    return heard == null ? Heard.SILENCE : heard;
  }

  void wake() {
    var _ = next.offer(Heard.NEWS);
  }

  @Override
  public void close() {
    closed = true;
    wake();
    farewell.accept(this);
  }
}
