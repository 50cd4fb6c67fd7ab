package dev.otto.activities.process;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/// Kills what a look finds, and looks again, until a look that is sure finds nothing or the
/// patience ends.
final class Hunt {
  /// So long a process may take to become another program before it counts as one without an
  /// environment.
  private static final Duration DOUBT = Duration.ofMillis(300);

  private final Supplier<Marked> look;
  private long calmSince = System.nanoTime();
  private List<ProcessIdentity> left = List.of();

  Hunt(Supplier<Marked> look) {
    this.look = look;
  }

  /// Answers who is left.
  List<ProcessIdentity> run(Duration patience) {
    Signals.until(this::over, patience);
    return left;
  }

  private boolean over() {
    var seen = look.get();
    left = seen.processes();
    if (!left.isEmpty()) {
      left.forEach(Signals::kill);
      calmSince = System.nanoTime();
      return false;
    }
    return seen.sure() || System.nanoTime() - calmSince > DOUBT.toNanos();
  }
}
