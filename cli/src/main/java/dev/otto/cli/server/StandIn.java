package dev.otto.cli.server;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.otto.model.json.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/// A server in this process that gives the same answers for ever: what commands are rehearsed with.
public final class StandIn implements AutoCloseable {
  private static final String ROOT = "/api/v1/";
  private static final int NOT_FOUND = 404;

  private final HttpServer http;
  private final Map<String, String> answers;

  private StandIn(HttpServer http, Map<String, String> answers) {
    this.http = http;
    this.answers = Map.copyOf(answers);
  }

  /// One that stands in a home as its server.
  ///
  /// @param answers what it says, by the path that is asked for
  public static StandIn in(Path home, Map<String, String> answers) throws IOException {
    var loopback = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    var standIn = new StandIn(HttpServer.create(loopback, 0), answers);
    standIn.http.createContext(ROOT, standIn::answer);
    standIn.http.start();
    standIn.tell(home);
    return standIn;
  }

  private void tell(Path home) throws IOException {
    var pid = ProcessHandle.current().pid();
    var token = Files.writeString(home.resolve("token"), "of-a-rehearsal\n");
    Files.writeString(home.resolve("owner.json"), Json.text(OwnerNote.of(pid)));
    Files.writeString(
        home.resolve("server.json"),
        Json.text(
            new ServerNote(
                URI.create("http://127.0.0.1:%d/".formatted(http.getAddress().getPort())),
                token,
                pid,
                "none",
                Build.current().orElse("unknown"))));
  }

  private void answer(HttpExchange exchange) throws IOException {
    var asked = exchange.getRequestURI().toString().substring(ROOT.length());
    var text = answers.getOrDefault(asked, "");
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(text.isEmpty() ? NOT_FOUND : 200, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public void close() {
    http.stop(0);
  }
}
