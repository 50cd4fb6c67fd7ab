package dev.otto.activities.call;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;

/// The conversations that a provider's program keeps in a folder of its home, each in a file that
/// carries its name. A folder to which a link leads is none: an agent may have laid it to let Otto
/// read what it cannot.
record Memories(Path home, Path folder) {
  /// The file that keeps it.
  Optional<Path> file(String conversation) {
    if (!isOfTheHome()) {
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

  private boolean isOfTheHome() {
    try {
      var place = home.toRealPath().resolve(home.relativize(folder));
      return Files.isDirectory(folder) && folder.toRealPath().equals(place);
    } catch (IOException notThere) {
      return false;
    }
  }
}
