package dev.otto.activities.process.cell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The user that this JVM runs as.
final class OwnUser {
  private static final Path SELF = Path.of("/proc/self");

  private OwnUser() {}

  /// The user's number.
  static int number() {
    return attribute("unix:uid");
  }

  /// The number of the user's group.
  static int group() {
    return attribute("unix:gid");
  }

  static boolean isRoot() {
    return number() == 0;
  }

  private static int attribute(String name) {
    try {
      return (Integer) Files.getAttribute(SELF, name);
    } catch (IOException trouble) {
      throw new UncheckedIOException("cannot tell who runs this program", trouble);
    }
  }
}
