package dev.otto.worker;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Notices that the machine has slept: every five seconds the clock on the wall is compared with
/// one that stands still in a sleep. What the first is ahead by was no time to work.
///
/// A clock that is set back makes nothing younger: what waits for a moment waits that much longer,
/// which is said.
public final class SleepWatch implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SleepWatch.class);
  private static final Duration LOOK = Duration.ofSeconds(5);
  private static final long WORTH_TELLING = Duration.ofSeconds(10).toMillis();

  private final LongSupplier wallMillis;
  private final LongSupplier steadyNanos;
  private final Consumer<Duration> slept;
  private final Beat beat;
  private long ahead;

  private SleepWatch(LongSupplier wallMillis, LongSupplier steadyNanos, Consumer<Duration> slept) {
    this.wallMillis = wallMillis;
    this.steadyNanos = steadyNanos;
    this.slept = slept;
    this.ahead = difference();
    this.beat = Beat.of("otto-sleep-watch", LOOK, this::look);
  }

  /// Watches this machine, and tells how long it slept when it is awake again.
  public static SleepWatch begin(Consumer<Duration> slept) {
    return new SleepWatch(System::currentTimeMillis, System::nanoTime, slept);
  }

  /// The same with other clocks.
  static SleepWatch with(
      LongSupplier wallMillis, LongSupplier steadyNanos, Consumer<Duration> slept) {
    return new SleepWatch(wallMillis, steadyNanos, slept);
  }

  /// Compares the clocks now.
  synchronized void look() {
    var now = difference();
    var gap = now - ahead;
    if (Math.abs(gap) <= WORTH_TELLING) {
      return;
    }
    ahead = now;
    if (gap < 0) {
      LOG.warn("clock set back: seconds={}", -gap / 1000);
      return;
    }
    LOG.warn("machine slept, or its clock was set: seconds={}", gap / 1000);
    slept.accept(Duration.ofMillis(gap));
  }

  private long difference() {
    return wallMillis.getAsLong() - TimeUnit.NANOSECONDS.toMillis(steadyNanos.getAsLong());
  }

  @Override
  public void close() {
    beat.close();
  }
}
