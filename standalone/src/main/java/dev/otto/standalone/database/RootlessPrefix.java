package dev.otto.standalone.database;

import dev.otto.standalone.process.ProgramStarter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The words in front of a PostgreSQL program that let it run when Otto itself runs as root:
/// PostgreSQL refuses root, and in a user namespace of its own it sees another user. It stays the
/// same process.
final class RootlessPrefix {
  private static final String[] NAMESPACE = {"unshare", "-U"};

  private RootlessPrefix() {}

  static List<String> words(ProgramStarter starter) {
    if (!root()) {
      return List.of();
    }
    if (!starter.works(NAMESPACE)) {
      throw new DatabaseRefusal.NotAsRoot().refused();
    }
    return List.of(NAMESPACE);
  }

  private static boolean root() {
    try {
      return Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
