package dev.otto.activities.setup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;

/// A folder itself, not its name: one that was made anew is another one.
record FolderIdentity(String line) {
  static FolderIdentity of(Path folder) {
    try {
      var attributes = Files.readAttributes(folder, BasicFileAttributes.class);
      return new FolderIdentity(
          "%s %s\n".formatted(attributes.fileKey(), attributes.creationTime()));
    } catch (IOException trouble) {
      throw new UncheckedIOException(trouble);
    }
  }

  /// That of a folder that may have been taken away.
  static Optional<FolderIdentity> find(Path folder) {
    return Files.isDirectory(folder) ? Optional.of(of(folder)) : Optional.empty();
  }
}
