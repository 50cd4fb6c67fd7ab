package dev.otto.standalone.home;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;

/// A private folder that appears under its name when it is complete. What a kill has left of an
/// earlier try is thrown away.
public record WholeFolder(Path path) {
  /// What is done to make it complete.
  @FunctionalInterface
  public interface Filling {
    void fill(Path draft) throws IOException;
  }

  public boolean there() {
    return Files.isDirectory(path);
  }

  /// Where it is while it is being made.
  public Path draft() {
    return path.resolveSibling(path.getFileName() + ".new");
  }

  public void make(Filling filling) {
    try {
      delete(draft());
      filling.fill(PrivateFolder.at(draft()));
      Files.move(draft(), path, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
