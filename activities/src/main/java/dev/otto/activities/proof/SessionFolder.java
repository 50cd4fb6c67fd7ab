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
record SessionFolder(Path folder) {
  private static final String LATEST = "latest";

  static SessionFolder of(Path repository, RunId run) {
    var logs = repository.resolve("otto_logs");
    if (Files.isSymbolicLink(logs)) {
      throw new IllegalStateException(logs + " is a link; a folder of Otto's must not be");
    }
    var session = new SessionFolder(logs.resolve("sessions").resolve(run.value()));
    if (!Files.exists(logs.resolve(".gitignore"), LinkOption.NOFOLLOW_LINKS)) {
      write(logs.resolve(".gitignore"), "*\n".getBytes(StandardCharsets.UTF_8));
    }
    return session;
  }

  /// Writes these files of the folder by their names, each whole.
  void write(Map<String, byte[]> files) {
    files.forEach((name, content) -> write(folder.resolve(name), content));
    point(folder.getParent().getParent().resolve(LATEST));
  }

  /// Has the link lead here, unless it leads to a newer run. What a person put in its place stays.
  private void point(Path latest) {
    var goal = latest.getParent().relativize(folder);
    try {
      if (Files.isSymbolicLink(latest)
          ? Files.readSymbolicLink(latest).compareTo(goal) < 0
          : !Files.exists(latest, LinkOption.NOFOLLOW_LINKS)) {
        var fresh = latest.resolveSibling("." + LATEST + ".new");
        Files.deleteIfExists(fresh);
        Files.createSymbolicLink(fresh, goal);
        Files.move(fresh, latest, StandardCopyOption.ATOMIC_MOVE);
      }
    } catch (IOException trouble) {
      throw new UncheckedIOException(trouble);
    }
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
