package dev.otto.cli.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// The notes that a server leaves in its home.
public final class Notes {
  private static final int START_TICKS = 19;

  private Notes() {}

  /// Notes of a server that is ready.
  public static void write(Path home, String url, String token, long pid, String build)
      throws IOException {
    Files.createDirectories(home);
    Files.writeString(home.resolve("token"), token + "\n");
    own(home, pid, startTicks(pid));
    Files.writeString(
        home.resolve("server.json"),
        """
        {"url":"%s","tokenFile":"%s","pid":%d,"engine":"dev-server 1.5.1","build":"%s"}
        """
            .formatted(url, home.resolve("token"), pid, build));
  }

  /// The note of who holds the home.
  public static void own(Path home, long pid, long startTicks) throws IOException {
    Files.writeString(
        home.resolve("owner.json"),
        """
        {"pid":%d,"startTicks":%d,"bootId":"%s","since":"2026-11-21T09:00:00Z"}
        """
            .formatted(pid, startTicks, bootId()));
  }

  public static void delete(Path home) {
    try {
      Files.deleteIfExists(home.resolve("server.json"));
      Files.deleteIfExists(home.resolve("owner.json"));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  public static long startTicks(long pid) throws IOException {
    var line = Files.readString(Path.of("/proc/" + pid + "/stat"), StandardCharsets.ISO_8859_1);
    var fields = line.substring(line.lastIndexOf(')') + 2).split(" ", -1);
    return Long.parseLong(fields[START_TICKS]);
  }

  private static String bootId() throws IOException {
    return Files.readString(Path.of("/proc/sys/kernel/random/boot_id")).strip();
  }
}
