package dev.otto.api.sample;

import dev.otto.model.json.Json;
import dev.otto.model.problem.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// One who writes HTTP by hand, so that no client makes it decent.
public record Wire(int port) {
  private static final int PATIENCE = 10_000;

  /// What came back, as it is.
  public record Reply(String text) {
    public int status() {
      return Integer.parseInt(text.substring(9, 12));
    }

    public String head() {
      return text.substring(0, text.indexOf("\r\n\r\n"));
    }

    public String body() {
      return text.substring(text.indexOf("\r\n\r\n") + 4);
    }

    public String code() {
      return Json.value(body(), Problem.class).code();
    }
  }

  /// The right name of this server.
  public String host() {
    return "Host: 127.0.0.1:" + port;
  }

  /// Asks with exactly these header lines.
  public Reply ask(String method, String path, String... headers) {
    var lines = new ArrayList<>(List.of("%s %s HTTP/1.1".formatted(method, path)));
    lines.addAll(Arrays.asList(headers));
    lines.addAll(List.of("Connection: close", "", ""));
    return send(String.join("\r\n", lines));
  }

  private Reply send(String request) {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(PATIENCE);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      var bytes = socket.getInputStream().readAllBytes();
      return new Reply(new String(bytes, StandardCharsets.UTF_8));
    } catch (IOException failure) {
      throw new UncheckedIOException(request, failure);
    }
  }
}
