package dev.otto.activities.agent.replay;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Which faults have happened, and in which try of their call: kept in files, so that a server that
/// comes up again does not let them happen again.
record Once(Path folder) {
  /// Whether the fault happens in this try; within one it happens as often as it is asked about.
  synchronized boolean happens(String fault, int tries) {
    var file = folder.resolve(fault);
    try {
      if (Files.exists(file)) {
        return Files.readString(file).equals(Integer.toString(tries));
      }
      Files.createDirectories(folder);
      Files.writeString(file, Integer.toString(tries));
      return true;
    } catch (IOException trouble) {
      throw new UncheckedIOException(trouble);
    }
  }
}
