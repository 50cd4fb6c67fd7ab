package dev.otto.standalone;

import dev.otto.model.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/// How many files and processes the system allows this server: with too few of either, what fails
/// first is anybody's guess, so it does not begin.
record HostLimits(long files, long processes) {
  private static final long ENOUGH_FILES = 1024;
  private static final long ENOUGH_PROCESSES = 512;
  private static final Path OWN = Path.of("/proc/self/limits");

  static HostLimits own() {
    try {
      return in(Files.readString(OWN));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /// Those that such a text tells.
  static HostLimits in(String text) {
    return new HostLimits(number("Max open files", text), number("Max processes", text));
  }

  private static long number(String name, String text) {
    var found = Pattern.compile(Pattern.quote(name) + "\\s+(\\d+)").matcher(text);
    return found.find() ? Long.parseLong(found.group(1)) : Long.MAX_VALUE;
  }

  /// Refuses to begin with too few.
  void enough() {
    if (files < ENOUGH_FILES) {
      throw new TooFew("open files", files, ENOUGH_FILES, "-n").refused();
    }
    if (processes < ENOUGH_PROCESSES) {
      throw new TooFew("processes", processes, ENOUGH_PROCESSES, "-u").refused();
    }
  }

  /// The system allows too few of these.
  private record TooFew(String what, long allowed, long needed, String flag) implements Refusal {
    @Override
    public String code() {
      return "too-few-allowed";
    }

    @Override
    public String sentence() {
      return "This system allows Otto %d %s; it needs %d.".formatted(allowed, what, needed);
    }

    @Override
    public String nextStep() {
      return "Raise it (`ulimit %s %d`) and start again.".formatted(flag, needed);
    }

    @Override
    public Kind kind() {
      return Kind.UNAVAILABLE;
    }
  }
}
