package dev.otto.activities.process;

import java.time.Duration;
import java.util.function.Function;
import java.util.function.Supplier;

/// Watches how long a command takes, and for how long it gives no sign of life: says nothing, and
/// does nothing. A build that prints nothing for an hour works; a program that waits for an answer
/// that will never come does not.
final class Vigil {
  /// How often it is looked at in the longest time of silence.
  private static final int LOOKS = 4;

  /// The share of one processor that counts as work; a program that only waits uses less.
  private static final double WORKS = 0.02;

  private final Patience patience;
  private final Pulse pulse;
  private final Supplier<Duration> work;
  private final long began = System.nanoTime();
  private long looked = began;
  private Duration done = Duration.ZERO;

  Vigil(Patience patience, Pulse pulse, Supplier<Duration> work) {
    this.patience = patience;
    this.pulse = pulse;
    this.work = work;
  }

  Duration lasted() {
    return Duration.ofNanos(System.nanoTime() - began);
  }

  /// The nanoseconds until somebody should ask again; none if it is over.
  long left() {
    return Math.min(
        leftInAll(), patience.silence().map(this::leftInSilence).orElse(Long.MAX_VALUE));
  }

  /// What the command comes to when it is over.
  Function<Exit, Ending> overtime() {
    return leftInAll() <= 0
        ? exit -> new Ending.TimedOut(patience.total(), exit)
        : exit -> new Ending.FellSilent(patience.silence().orElseThrow(), exit);
  }

  private long leftInAll() {
    return patience.total().toNanos() - (System.nanoTime() - began);
  }

  private long leftInSilence(Duration longest) {
    var interval = longest.dividedBy(LOOKS).toNanos();
    var since = System.nanoTime() - looked;
    if (since >= interval) {
      look(since);
      since = 0;
    }
    return Math.min(longest.toNanos() - pulse.silence(), interval - since);
  }

  private void look(long since) {
    var before = done;
    done = work.get();
    looked = System.nanoTime();
    if (done.minus(before).toNanos() >= since * WORKS) {
      pulse.beat();
    }
  }
}
