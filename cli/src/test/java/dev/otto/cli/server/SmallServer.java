package dev.otto.cli.server;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.otto.cli.sample.Notes;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;

/// A program that serves a home as Otto's server does, but does nothing: one per home, with notes,
/// and with faults that the file `behaviour` of the home asks for.
public final class SmallServer {
  private final Path home;
  private final Properties behaviour = new Properties();

  private SmallServer(Path home) throws IOException {
    this.home = home;
    var file = home.resolve("behaviour");
    if (Files.exists(file)) {
      try (var reader = Files.newBufferedReader(file)) {
        behaviour.load(reader);
      }
    }
  }

  public static void main(String... words) throws Exception {
    var server = new SmallServer(Path.of(System.getenv("OTTO_HOME")));
    Files.writeString(
        server.home.resolve("starts"),
        words[0] + "\n",
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
    server.serve();
  }

  private void serve() throws Exception {
    if (is("broken")) {
      System.out.println("starting");
      System.err.println("otto: The config is wrong. Mend config.yaml.");
      System.exit(2);
    }
    var lock =
        FileChannel.open(
            home.resolve("server.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (lock.tryLock() == null && !takenOver(lock)) {
      System.err.println("otto: A server serves this home already. Use it.");
      System.exit(2);
    }
    Files.deleteIfExists(home.resolve("server.json"));
    var pid = ProcessHandle.current().pid();
    Notes.own(home, pid, Notes.startTicks(pid));
    if (is("stubborn")) {
      Runtime.getRuntime().addShutdownHook(new Thread(SmallServer::forever));
    }
    if (is("never-ready")) {
      forever();
    }
    Thread.sleep(Long.parseLong(behaviour.getProperty("delay", "0")));
    var http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    http.createContext("/api/v1/server", exchange -> answer(exchange, 200, view()));
    http.createContext("/api/v1/shutdown", this::end);
    http.start();
    Notes.write(home, "http://127.0.0.1:" + http.getAddress().getPort(), "t", pid, build());
  }

  private void end(HttpExchange exchange) throws IOException {
    answer(exchange, 202, "");
    if (!is("stubborn")) {
      Notes.delete(home);
      System.exit(0);
    }
  }

  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    var bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    try (var stream = exchange.getResponseBody()) {
      stream.write(bytes);
    }
  }

  private String view() {
    return """
    {"build":"%s","engine":{"kind":"in-process","version":"1.38.0"},\
    "startedAt":"2026-11-21T09:00:00Z","state":"ready","openRuns":%s}
    """
        .formatted(build(), behaviour.getProperty("runs", "0"));
  }

  /// Otto's server ends one that does not answer, and takes its place.
  private boolean takenOver(FileChannel lock) throws Exception {
    var owner = OwnerNote.living(home);
    if (owner.isEmpty() || !owner.get().stopped()) {
      return false;
    }
    owner.get().kill();
    return owner.get().goneWithin(Duration.ofSeconds(5)) && lock.tryLock() != null;
  }

  private String build() {
    return behaviour.getProperty("build", Build.current().orElse("unknown"));
  }

  private boolean is(String fault) {
    return behaviour.getProperty(fault) != null;
  }

  private static void forever() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
