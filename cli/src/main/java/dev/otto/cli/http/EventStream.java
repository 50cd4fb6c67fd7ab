package dev.otto.cli.http;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// A stream of server-sent events, read one by one. It ends with its server or with this process:
/// closing it under a reader would wait for that reader.
public final class EventStream {
  /// One event of the stream: its name (`message` if it has none) and its text.
  public record Message(String name, String data) {}

  private final BufferedReader lines;

  EventStream(InputStream bytes) {
    this.lines = new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8));
  }

  /// Waits for the next event; nothing if the stream has ended.
  public Optional<Message> next() throws IOException {
    var name = "message";
    var data = new StringBuilder();
    for (var line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.isEmpty()) {
        if (!data.isEmpty()) {
          return Optional.of(new Message(name, data.substring(1)));
        }
        name = "message";
      } else if (line.startsWith("event:")) {
        name = value(line);
      } else if (line.startsWith("data:")) {
        data.append('\n').append(value(line));
      }
    }
    return Optional.empty();
  }

  private static String value(String line) {
    var value = line.substring(line.indexOf(':') + 1);
    return value.startsWith(" ") ? value.substring(1) : value;
  }
}
