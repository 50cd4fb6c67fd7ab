package dev.otto.activities.process;

import java.nio.file.Path;

/// Where the output of a command goes: one file each, at most `cap` bytes of it.
public record Logs(Path out, Path err, long cap) {
  /// The smallest cap, which leaves room for a beginning, a mark and an end.
  public static final long SMALLEST = 4096;

  private static final long USUAL = 64L << 20;

  public Logs {
    if (cap < SMALLEST) {
      throw new IllegalArgumentException("a log needs at least %d bytes".formatted(SMALLEST));
    }
  }

  /// `stdout.log` and `stderr.log` in that folder, 64 MiB each.
  public static Logs in(Path folder) {
    return new Logs(folder.resolve("stdout.log"), folder.resolve("stderr.log"), USUAL);
  }

  public Logs withCap(long bytes) {
    return new Logs(out, err, bytes);
  }
}
