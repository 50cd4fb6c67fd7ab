package dev.otto.activities.call;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;

/// The conversations that a provider's program keeps in a folder, each in a file that carries its
/// name.
record Memories(Path folder) {
  /// The file that keeps it.
  Optional<Path> file(String conversation) {
    if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
      return Optional.empty();
    }
    try (var files = Files.walk(folder)) {
      return files
          .filter(file ->
              Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                  && file.getFileName().toString().contains(conversation))
          .findFirst();
    } catch (IOException trouble) {
      throw new UncheckedIOException(trouble);
    }
  }
}
