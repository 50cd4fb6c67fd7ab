package dev.otto.standalone.engine;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

/// Stands in for the place from which the official release is fetched.
final class ReleaseServer implements AutoCloseable {
  private static final String BASE = "io.temporal.testing.devServerDownloadBaseUrl";

  final CopyOnWriteArrayList<String> asked = new CopyOnWriteArrayList<>();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final HttpServer http;
  private volatile Answer answer = this::missing;

  private interface Answer {
    void to(HttpExchange exchange) throws IOException;
  }

  private ReleaseServer() throws IOException {
    http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    http.createContext("/", this::answered);
    http.start();
    System.setProperty(BASE, url());
  }

  /// One that has nothing yet.
  static ReleaseServer open() {
    try {
      return new ReleaseServer();
    } catch (IOException cannot) {
      throw new UncheckedIOException(cannot);
    }
  }

  /// From now on this program is the release.
  ReleaseServer has(Path program) throws Exception {
    var archive = program.resolveSibling("archive.tar.gz");
    var folder = program.resolveSibling("").toString();
    var name = program.getFileName().toString();
    var tar = new ProcessBuilder("tar", "-czf", archive.toString(), "-C", folder, name);
    if (tar.inheritIO().start().waitFor() != 0) {
      throw new IllegalStateException("no archive");
    }
    answer =
        exchange -> {
          if (exchange.getRequestURI().getPath().equals("/archive")) {
            send(exchange, 200, Files.readAllBytes(archive));
          } else {
            send(
                exchange,
                200,
                "{\"archiveUrl\":\"%s/archive\",\"fileToExtract\":\"%s\"}"
                    .formatted(url(), name)
                    .getBytes(StandardCharsets.UTF_8));
          }
        };
    return this;
  }

  /// From now on it takes requests and never answers.
  ReleaseServer fallsSilent() {
    answer =
        _ -> {
          try {
            closed.await();
          } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
          }
        };
    return this;
  }

  private void answered(HttpExchange exchange) throws IOException {
    asked.add(exchange.getRequestURI().toString());
    answer.to(exchange);
  }

  private void missing(HttpExchange exchange) throws IOException {
    send(exchange, 404, new byte[0]);
  }

  private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    if (body.length > 0) {
      exchange.getResponseBody().write(body);
    }
    exchange.close();
  }

  private String url() {
    return "http://127.0.0.1:" + http.getAddress().getPort();
  }

  @Override
  public void close() {
    System.clearProperty(BASE);
    closed.countDown();
    http.stop(0);
  }
}
