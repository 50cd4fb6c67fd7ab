package dev.otto.api.sample;

import dev.otto.model.json.Json;
import dev.otto.model.run.RunNews;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// One who listens to the live stream over a connection of its own.
public final class Ear implements AutoCloseable {
  private static final int PATIENCE_SECONDS = 15;

  private final Socket socket;
  private final BlockingQueue<Said> said = new LinkedBlockingQueue<>();
  private final List<String> head = new ArrayList<>();

  /// One event as it came: `name` is `message` where it has none, `id` is empty where it has none.
  public record Said(String name, String id, String data) {
    public RunNews news() {
      return Json.value(data, RunNews.class);
    }
  }

  /// Opens the stream at this address, with these header lines besides the token.
  public Ear(int port, String path, String... headers) {
    try {
      socket = new Socket(InetAddress.getLoopbackAddress(), port);
      var lines =
          new ArrayList<>(
              List.of(
                  "GET %s HTTP/1.1".formatted(path),
                  "Host: 127.0.0.1:" + port,
                  "Authorization: Bearer " + SampleOtto.TOKEN,
                  "Accept: text/event-stream",
                  "Accept-Encoding: gzip"));
      lines.addAll(List.of(headers));
      lines.addAll(List.of("", ""));
      socket.getOutputStream().write(String.join("\r\n", lines).getBytes(StandardCharsets.UTF_8));
      var reader =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
      for (var line = reader.readLine();
          line != null && !line.isEmpty();
          line = reader.readLine()) {
        head.add(line);
      }
      Thread.ofVirtual().start(() -> listen(reader));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  public List<String> head() {
    return List.copyOf(head);
  }

  /// The next event, whichever it is.
  public Said next() throws InterruptedException {
    var next = said.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
    if (next == null) {
      throw new AssertionError("nothing was said");
    }
    return next;
  }

  /// The next piece of news.
  public RunNews news() throws InterruptedException {
    var next = next();
    while (!next.name().equals("message")) {
      next = next();
    }
    return next.news();
  }

  /// Lines of an event end with an empty one. Sizes of chunks stand between and are no fields; a
  /// chunk of size 0 is the end.
  private void listen(BufferedReader reader) {
    var name = "message";
    var id = "";
    var data = "";
    try {
      for (var line = reader.readLine();
          line != null && !line.equals("0");
          line = reader.readLine()) {
        if (line.startsWith("event: ")) {
          name = line.substring(7);
        } else if (line.startsWith("id: ")) {
          id = line.substring(4);
        } else if (line.startsWith("data: ")) {
          data = line.substring(6);
        } else if (line.isEmpty() && !data.isEmpty()) {
          said.add(new Said(name, id, data));
          name = "message";
          id = "";
          data = "";
        }
      }
      said.add(new Said("closed", "", ""));
    } catch (IOException gone) {
      said.add(new Said("closed", "", ""));
    }
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }
}
