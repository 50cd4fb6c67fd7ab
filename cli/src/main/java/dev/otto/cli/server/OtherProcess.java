package dev.otto.cli.server;

import dev.otto.cli.shell.Patience;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/// A process that cannot be mistaken for another: its pid and the clock tick at which it started.
public record OtherProcess(long pid, long startTicks) {
  private static final int STATE = 0;
  private static final int THREADS = 17;
  private static final int START_TICKS = 19;

  /// The living process with this pid.
  static Optional<OtherProcess> of(long pid) {
    return stat(pid)
        .filter(stat -> !dead(stat))
        .map(stat -> new OtherProcess(pid, Long.parseLong(stat[START_TICKS])));
  }

  /// Whether exactly this process still runs.
  boolean alive() {
    return of(pid).filter(this::equals).isPresent();
  }

  /// Whether it was stopped (SIGSTOP) and can answer nobody.
  boolean stopped() {
    return alive() && stat(pid).filter(stat -> "Tt".contains(stat[STATE])).isPresent();
  }

  /// Asks it to end.
  void terminate() {
    handle().ifPresent(ProcessHandle::destroy);
  }

  /// Ends it at once.
  void kill() {
    handle().ifPresent(ProcessHandle::destroyForcibly);
  }

  /// Lets it go on after it was stopped.
  void resume() {
    if (alive()) {
      Program.run("kill", "-CONT", Long.toString(pid));
    }
  }

  /// Whether it is gone before the time is over.
  boolean goneWithin(Duration time) {
    return Patience.until(() -> !alive(), time);
  }

  private Optional<ProcessHandle> handle() {
    return alive() ? ProcessHandle.of(pid) : Optional.empty();
  }

  /// A zombie is dead as soon as its last thread is: until then it holds files and locks.
  private static boolean dead(String[] stat) {
    return stat[STATE].equals("X")
        || (stat[STATE].equals("Z") && Integer.parseInt(stat[THREADS]) <= 1);
  }

  /// The fields of `/proc/<pid>/stat` after the name, which may itself hold spaces and parentheses.
  private static Optional<String[]> stat(long pid) {
    try {
      var file = Path.of("/proc", Long.toString(pid), "stat");
      var line = Files.readString(file, StandardCharsets.ISO_8859_1);
      return Optional.of(line.substring(line.lastIndexOf(')') + 2).split(" ", -1));
    } catch (IOException gone) {
      return Optional.empty();
    }
  }
}
