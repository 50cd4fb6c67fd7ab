package dev.otto.activities.process;

import java.util.concurrent.atomic.AtomicInteger;

/// When a command last gave a sign of life. While somebody is busy with what it said, it does not
/// count as silent.
final class Pulse {
  private final AtomicInteger busy = new AtomicInteger();
  private volatile long last = System.nanoTime();

  void begin() {
    busy.incrementAndGet();
    last = System.nanoTime();
  }

  void end() {
    last = System.nanoTime();
    busy.decrementAndGet();
  }

  /// A sign of life that is nothing said.
  void beat() {
    last = System.nanoTime();
  }

  /// The nanoseconds of silence up to now.
  long silence() {
    return busy.get() > 0 ? 0 : System.nanoTime() - last;
  }
}
