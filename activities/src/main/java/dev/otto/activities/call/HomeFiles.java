package dev.otto.activities.call;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;

/// Lays files into the home of an agent, where an earlier agent may have left anything: a link on
/// the way is not followed but replaced, so that nothing is ever written outside of the home.
public record HomeFiles(Path home) {
  /// Lays them, by their path below the home.
  public void lay(Map<String, String> files) {
    files.forEach((name, content) -> lay(name, content.getBytes(StandardCharsets.UTF_8)));
  }

  /// Lays one, by its path below the home.
  void lay(String name, byte[] content) {
    var place = home.resolve(name).normalize();
    if (!place.startsWith(home) || place.equals(home)) {
      throw new IllegalArgumentException("%s is not below the home".formatted(name));
    }
    try {
      Files.createDirectories(home);
      folders(home.relativize(place));
      if (Files.isDirectory(place, LinkOption.NOFOLLOW_LINKS)) {
        throw new IOException(place + " is a folder");
      }
      var draft = Files.createTempFile(place.getParent(), "otto", ".draft");
      Files.write(draft, content);
      Files.move(draft, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException trouble) {
      throw new UncheckedIOException("cannot lay out an agent's home", trouble);
    }
  }

  /// Real folders down to the file's own.
  private void folders(Path file) throws IOException {
    var folder = home;
    for (var part : file) {
      if (folder.resolve(part).equals(home.resolve(file))) {
        return;
      }
      folder = folder.resolve(part);
      if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
        Files.deleteIfExists(folder);
        Files.createDirectory(folder);
      }
    }
  }
}
