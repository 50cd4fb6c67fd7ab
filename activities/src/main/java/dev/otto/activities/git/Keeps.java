package dev.otto.activities.git;

import dev.otto.model.RunId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The marks that keep a freshly sent pack from being collected until a ref holds it.
record Keeps(UserRepository user, RunId run) {
  String mark() {
    return "otto-" + run;
  }

  /// Removes this run's marks, also those that a kill has left.
  void remove() {
    Folders.children(user.commonDirectory().resolve("objects/pack")).stream()
        .filter(file -> file.getFileName().toString().endsWith(".keep"))
        .filter(this::isOurs)
        .forEach(Folders::removed);
  }

  private boolean isOurs(Path file) {
    try {
      return Files.readString(file).strip().equals(mark());
    } catch (IOException trouble) {
      throw new UncheckedIOException(trouble);
    }
  }
}
