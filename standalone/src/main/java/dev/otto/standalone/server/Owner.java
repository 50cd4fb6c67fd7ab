package dev.otto.standalone.server;

import dev.otto.standalone.home.Home;
import dev.otto.standalone.home.JsonFile;
import dev.otto.standalone.process.OtherProcess;
import dev.otto.standalone.process.Waiting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/// Which process owns a home, and since when. Pid and start tell it from every other process of
/// this boot of the machine.
public record Owner(long pid, long startTicks, String bootId, Instant since) {
  private static final Path BOOT = Path.of("/proc/sys/kernel/random/boot_id");

  public Owner {
    Objects.requireNonNull(bootId, "an owner has a boot id");
    Objects.requireNonNull(since, "an owner has a beginning");
  }

  /// This process.
  static Owner current(Instant now) {
    var mark = OtherProcess.current();
    return new Owner(mark.pid(), mark.startTicks(), currentBoot(), now);
  }

  /// Who last took the home, dead or alive.
  public static Optional<Owner> read(Home home) {
    return file(home).read();
  }

  static JsonFile<Owner> file(Home home) {
    return JsonFile.at(home.owner(), Owner.class);
  }

  /// Whether that very process still lives. A zombie does not.
  public boolean alive() {
    return bootId.equals(currentBoot()) && mark().alive();
  }

  /// Whether it was stopped (SIGSTOP) and so can answer nobody.
  public boolean stopped() {
    return alive() && mark().stopped();
  }

  /// Ends it at once and says whether it is gone before the time is over. Never touches another
  /// process that has got the same pid.
  public boolean endedWithin(Duration time) {
    if (alive()) {
      mark().kill();
    }
    return Waiting.until(() -> !alive(), time);
  }

  private OtherProcess mark() {
    return new OtherProcess(pid, startTicks);
  }

  private static String currentBoot() {
    try {
      return Files.readString(BOOT).strip();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
