package dev.otto.cli.server;

import dev.otto.model.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Notes that a server leaves in its home. One that cannot be read is as good as absent.
final class Note {
  private Note() {}

  static <T> Optional<T> read(Path file, Class<T> type) {
    try {
      return Optional.ofNullable(Json.own().readValue(Files.readString(file), type));
    } catch (IOException absent) {
      return Optional.empty();
    }
  }
}
