package dev.otto.activities.process;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/// Keeps the reading of a flood from taking a whole processor from everybody else: after a megabyte
/// in one go, what is kept is read at some 16 MB a second, and what is only counted at some 60.
final class Pace {
  private static final long NANOS_PER_KEPT_BYTE = 60;
  private static final long NANOS_PER_FORGOTTEN_BYTE = 16;
  private static final long CREDIT = Duration.ofMillis(60).toNanos();
  private static final long WORTH_A_REST = Duration.ofMillis(1).toNanos();

  private long due = System.nanoTime() - CREDIT;

  void rest(long kept, long forgotten) {
    var now = System.nanoTime();
    due = Math.max(due, now - CREDIT);
    due += kept * NANOS_PER_KEPT_BYTE + forgotten * NANOS_PER_FORGOTTEN_BYTE;
    if (due - now > WORTH_A_REST) {
      LockSupport.parkNanos(due - now);
    }
  }
}
