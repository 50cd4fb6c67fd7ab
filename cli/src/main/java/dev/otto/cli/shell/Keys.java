package dev.otto.cli.shell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Keys that make the repetition of a command harmless.
public final class Keys {
  private static final Path RANDOM = Path.of("/proc/sys/kernel/random/uuid");

  private Keys() {}

  /// A key that nobody used before; from the kernel, since Java's own source takes long to start.
  public static String fresh() {
    try {
      return Files.readString(RANDOM).strip();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
