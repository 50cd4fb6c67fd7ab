package dev.otto.activities.proof;

import dev.otto.model.RunId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// The folder of a run in the user's project, `otto_logs/sessions/<run>/`: a copy for people, kept
/// out of git.
record SessionFolder(Path folder) {
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

  /// Writes a file of the folder, whole.
  void write(String name, byte[] content) {
    write(folder.resolve(name), content);
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
