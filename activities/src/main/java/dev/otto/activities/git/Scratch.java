package dev.otto.activities.git;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A folder for the length of one operation. What a kill leaves of it is swept when the clone is
/// opened.
record Scratch(Path folder) implements AutoCloseable {
  static Scratch in(Path parent) {
    try {
      Files.createDirectories(parent);
      return new Scratch(Files.createTempDirectory(parent, "s"));
    } catch (IOException trouble) {
      throw new UncheckedIOException(trouble);
    }
  }

  Path index() {
    return folder.resolve("index");
  }

  Path objects() {
    return Folders.made(folder.resolve("objects"));
  }

  Path file(String name) {
    return folder.resolve(name);
  }

  @Override
  public void close() {
    Folders.removed(folder);
  }
}
