package dev.otto.activities.process;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/// The two signals Otto sends, each to one process that is still the one meant.
final class Signals {
  private static final Duration SHORTEST_PAUSE = Duration.ofNanos(200_000);
  private static final Duration LONGEST_PAUSE = Duration.ofMillis(10);

  private Signals() {}

  /// SIGTERM.
  static void ask(ProcessIdentity one) {
    ProcessHandle.of(one.pid()).filter(_ -> one.alive()).ifPresent(ProcessHandle::destroy);
  }

  /// SIGKILL.
  static void kill(ProcessIdentity one) {
    ProcessHandle.of(one.pid()).filter(_ -> one.alive()).ifPresent(ProcessHandle::destroyForcibly);
  }

  /// Acts again and again until it is done or the patience ends; answers whether it is done.
  static boolean until(BooleanSupplier done, Duration patience) {
    var deadline = System.nanoTime() + patience.toNanos();
    var pause = SHORTEST_PAUSE.toNanos();
    while (!done.getAsBoolean()) {
      if (System.nanoTime() - deadline >= 0) {
        return false;
      }
      LockSupport.parkNanos(pause);
      pause = Math.min(2 * pause, LONGEST_PAUSE.toNanos());
    }
    return true;
  }
}
