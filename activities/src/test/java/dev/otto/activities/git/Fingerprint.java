package dev.otto.activities.git;

import dev.otto.model.Digest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/// Everything that can be seen of a folder from outside: for each path below it the mode, size,
/// time, inode and content. Of git's objects, which only grow, it looks away.
record Fingerprint(Map<String, String> files) {
  static Fingerprint of(Path folder) {
    return of(folder, path -> !path.contains("/objects/") && !path.endsWith("/objects"));
  }

  /// Only the names, times and inodes of directories and the content of files that the predicate
  /// names.
  static Fingerprint of(Path folder, Predicate<String> seen) {
    try (var paths = Files.walk(folder)) {
      var files = new TreeMap<String, String>();
      for (var path : paths.toList()) {
        var name = "/" + folder.relativize(path);
        if (seen.test(name)) {
          files.put(name, line(path));
        }
      }
      return new Fingerprint(files);
    } catch (IOException trouble) {
      throw new UncheckedIOException(trouble);
    }
  }

  /// What is not as it was, path by path.
  Map<String, String> since(Fingerprint before) {
    var changes = new TreeMap<String, String>();
    files.forEach((path, line) -> {
      var old = before.files.getOrDefault(path, "new");
      if (!old.equals(line)) {
        changes.put(path, old + " -> " + line);
      }
    });
    before.files.keySet().stream()
        .filter(path -> !files.containsKey(path))
        .forEach(path -> changes.put(path, "gone"));
    return changes;
  }

  private static String line(Path path) throws IOException {
    var attributes =
        Files.readAttributes(
            path, "unix:mode,ino,size,lastModifiedTime", LinkOption.NOFOLLOW_LINKS);
    var content =
        Files.isSymbolicLink(path)
            ? Files.readSymbolicLink(path).toString()
            : Files.isRegularFile(path) ? Digest.of(Files.readAllBytes(path)).hex() : "";
    return new TreeMap<>(attributes) + " " + content;
  }
}
