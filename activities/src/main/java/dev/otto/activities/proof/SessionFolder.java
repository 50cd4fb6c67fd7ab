package dev.otto.activities.proof;

import dev.otto.model.RunId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;

/// The folder of a run in the user's project, `otto_logs/sessions/<run>/`: a copy for people, kept
/// out of git. The link `otto_logs/latest` leads to the newest.
///
/// @param logs the project's `otto_logs`
record SessionFolder(Path logs, RunId run) {
  private static final String SESSIONS = "sessions";

  static SessionFolder of(Path repository, RunId run) {
    var logs = repository.resolve("otto_logs");
    if (Files.isSymbolicLink(logs)) {
      throw new IllegalStateException(logs + " is a link; a folder of Otto's must not be");
    }
    if (!Files.exists(logs.resolve(".gitignore"), LinkOption.NOFOLLOW_LINKS)) {
      write(logs.resolve(".gitignore"), "*\n".getBytes(StandardCharsets.UTF_8));
    }
    return new SessionFolder(logs, run);
  }

  /// Writes these files of the folder by their names, each whole.
  void write(Map<String, byte[]> files) {
    var folder = logs.resolve(inside());
    files.forEach((name, content) -> write(folder.resolve(name), content));
    point(logs.resolve("latest"));
  }

  private Path inside() {
    return Path.of(SESSIONS, run.value());
  }

  /// Has the link lead here, unless it leads to a newer run. What a person put in its place stays.
  private void point(Path latest) {
    try {
      if (Files.isSymbolicLink(latest)
          ? isOlder(Files.readSymbolicLink(latest))
          : !Files.exists(latest, LinkOption.NOFOLLOW_LINKS)) {
        var fresh = logs.resolve(".latest.new");
        Files.deleteIfExists(fresh);
        Files.createSymbolicLink(fresh, inside());
        Files.move(fresh, latest, StandardCopyOption.ATOMIC_MOVE);
      }
    } catch (IOException trouble) {
      throw new UncheckedIOException(trouble);
    }
  }

  private boolean isOlder(Path goal) {
    return goal.startsWith(SESSIONS) && goal.compareTo(inside()) < 0;
  }

  private static void write(Path file, byte[] content) {
    try {
      Files.createDirectories(file.getParent());
      var fresh = file.resolveSibling("." + file.getFileName() + ".new");
      Files.write(fresh, content);
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException trouble) {
      throw new UncheckedIOException(trouble);
    }
  }
}
