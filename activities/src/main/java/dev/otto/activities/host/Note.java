package dev.otto.activities.host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// A short text that a host keeps for itself: read and replaced as a whole, whenever Otto is
/// killed.
public record Note(Path file) {
  /// What it says; nothing as long as nobody wrote it.
  public String text() {
    try {
      return Files.exists(file) ? Files.readString(file) : "";
    } catch (IOException trouble) {
      throw new UncheckedIOException(trouble);
    }
  }

  public void write(String text) {
    try {
      Files.createDirectories(file.resolveSibling(""));
      var fresh = file.resolveSibling(file.getFileName() + ".new");
      Files.writeString(fresh, text);
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException trouble) {
      throw new UncheckedIOException(trouble);
    }
  }
}
