package dev.otto.standalone.home;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.otto.model.json.Json;
import java.nio.file.Path;
import java.util.Optional;

/// A value of Otto's in a file of its own.
public record JsonFile<T>(WholeFile file, Class<T> type) {
  public static <T> JsonFile<T> at(Path path, Class<T> type) {
    return new JsonFile<>(new WholeFile(path), type);
  }

  /// The value, if the file is there and can be read. What cannot be read is as good as absent: it
  /// is a note about a process, never the truth about someone's work.
  public Optional<T> read() {
    return file.text().flatMap(this::parsed);
  }

  public void write(T value) {
    file.write(Json.text(value) + "\n");
  }

  public void delete() {
    file.delete();
  }

  private Optional<T> parsed(String text) {
    try {
      return Optional.ofNullable(Json.own().readValue(text, type));
    } catch (JsonProcessingException unreadable) {
      return Optional.empty();
    }
  }
}
