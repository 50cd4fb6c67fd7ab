package dev.otto.api.event;

import dev.otto.model.json.Json;
import dev.otto.model.run.RunNews;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/// Writes server-sent events, each out at once.
final class StreamWriter {
  private final OutputStream out;
  private long writtenAt = System.nanoTime();

  StreamWriter(OutputStream out) {
    this.out = out;
  }

  /// How soon a browser comes back when the connection is lost.
  void retry(Duration pause) throws IOException {
    write("retry: %d\n\n".formatted(pause.toMillis()));
  }

  /// News without a name, which is what browsers hand to everybody.
  void news(RunNews news) throws IOException {
    write("id: %d\ndata: %s\n\n".formatted(news.id(), Json.text(news)));
  }

  /// A named event that moves the browser's place in the stream.
  void event(String name, long id, Object data) throws IOException {
    write("id: %d\nevent: %s\ndata: %s\n\n".formatted(id, name, Json.text(data)));
  }

  void event(String name, Object data) throws IOException {
    write("event: %s\ndata: %s\n\n".formatted(name, Json.text(data)));
  }

  /// For how long nothing was written.
  Duration silence() {
    return Duration.ofNanos(System.nanoTime() - writtenAt);
  }

  private void write(String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
    writtenAt = System.nanoTime();
  }
}
