package dev.otto.activities.process;

import java.time.Duration;
import java.util.Optional;

/// One process for ever: its number and the clock tick since boot in which it started. Numbers are
/// given out again, the pair is not.
public record ProcessIdentity(long pid, long startTicks) {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  /// The process that has this number now, if any has.
  public static Optional<ProcessIdentity> of(long pid) {
    return ProcessTable.entry(pid).map(ProcessTable.Entry::identity);
  }

  /// This JVM.
  public static ProcessIdentity own() {
    return of(ProcessHandle.current().pid()).orElseThrow();
  }

  /// Whether the process still runs. A zombie, which only waits to be noticed, does not.
  public boolean alive() {
    return ProcessTable.entry(pid).filter(this::isRunning).isPresent();
  }

  /// Kills the process alone and waits for its end; answers whether it is gone.
  public boolean end() {
    return Signals.until(this::isGone, PATIENCE);
  }

  /// Kills the process and everything it started that can be told from its ancestry, group or
  /// session; answers whether all of it is gone. Of a process that has ended nothing can be told
  /// any more: its numbers may be others' by now.
  public boolean endTree() {
    return !alive() || new SessionTree(this, Optional.empty()).end(PATIENCE).isEmpty();
  }

  private boolean isGone() {
    if (alive()) {
      Signals.kill(this);
    }
    return !alive();
  }

  private boolean isRunning(ProcessTable.Entry entry) {
    return entry.startTicks() == startTicks && entry.running();
  }
}
