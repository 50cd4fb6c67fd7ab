package dev.otto.standalone.run;

import dev.otto.model.Digest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// A user's checkout file by file, what git keeps in `.git` included: mode, time and content. It
/// looks away from the little that Otto may add: objects, refs of its own, and its logs.
record Checkout(Map<String, String> files) {
  static Checkout of(Path folder) {
    try (var all = Files.walk(folder)) {
      var files = new TreeMap<String, String>();
      for (var file :
          all.filter(path -> !Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)).toList()) {
        var name = folder.relativize(file).toString();
        if (!mayBeAdded(name)) {
          files.put(name, line(file));
        }
      }
      return new Checkout(files);
    } catch (IOException trouble) {
      throw new UncheckedIOException(trouble);
    }
  }

  private static boolean mayBeAdded(String name) {
    return Stream.of(".git/objects/", ".git/refs/heads/otto/", ".git/refs/otto/", "otto_logs/")
        .anyMatch(name::startsWith);
  }

  private static String line(Path file) throws IOException {
    var attributes =
        Files.readAttributes(file, "unix:mode,lastModifiedTime", LinkOption.NOFOLLOW_LINKS);
    var content =
        Files.isSymbolicLink(file)
            ? Files.readSymbolicLink(file).toString()
            : Digest.of(Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1)).hex();
    return new TreeMap<>(attributes) + " " + content;
  }
}
