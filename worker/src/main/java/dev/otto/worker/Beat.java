package dev.otto.worker;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks at something again and again, on a thread of its own, until it is closed.
final class Beat implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Beat.class);

  private final CountDownLatch closed = new CountDownLatch(1);
  private final Duration every;
  private final Runnable look;

  private Beat(Duration every, Runnable look) {
    this.every = every;
    this.look = look;
  }

  static Beat of(String name, Duration every, Runnable look) {
    var beat = new Beat(every, look);
    Thread.ofVirtual().name(name).start(beat::beat);
    return beat;
  }

  private void beat() {
    try {
      while (!closed.await(every.toMillis(), TimeUnit.MILLISECONDS)) {
        looked();
      }
    } catch (InterruptedException over) {
      Thread.currentThread().interrupt();
    }
  }

  private void looked() {
    try {
      look.run();
    } catch (RuntimeException trouble) {
      LOG.warn("not looked: {}", trouble.toString());
    }
  }

  @Override
  public void close() {
    closed.countDown();
  }
}
