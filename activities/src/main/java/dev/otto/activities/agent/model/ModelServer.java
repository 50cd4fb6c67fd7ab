package dev.otto.activities.agent.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.otto.activities.agent.protocol.Tree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/// The service of a model that follows a script: `/v1/messages` and `/v1/responses`, below any
/// path, on a port of the loopback.
public final class ModelServer implements AutoCloseable {
  private static final Turn NOTHING_TO_THINK = Turn.says("ok");

  private final HttpServer server;
  private final ExecutorService hands = Executors.newVirtualThreadPerTaskExecutor();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final AtomicLong answers = new AtomicLong();
  private final Script script;
  private final Consumer<Request> journal;

  private ModelServer(HttpServer server, Script script, Consumer<Request> journal) {
    this.server = server;
    this.script = script;
    this.journal = journal;
  }

  /// A server that follows the script, and remembers nothing.
  public static ModelServer following(Script script) {
    return following(script, _ -> {});
  }

  /// A server that follows the script, and tells of every request before it is answered.
  static ModelServer following(Script script, Consumer<Request> journal) {
    try {
      var loopback = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
      var server = new ModelServer(HttpServer.create(loopback, 0), script, journal);
      server.open();
      return server;
    } catch (IOException trouble) {
      throw new UncheckedIOException("the scripted model cannot listen", trouble);
    }
  }

  /// Where it is, without a path.
  public URI base() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
    hands.shutdownNow();
  }

  private void open() {
    server.setExecutor(hands);
    server.createContext("/", this::answer);
    server.start();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      var request = request(exchange);
      journal.accept(request);
      if (exchange.getRequestURI().getPath().endsWith("/v1/messages")) {
        play(exchange, request, Dialect.MESSAGES);
      } else if (exchange.getRequestURI().getPath().endsWith("/v1/responses")) {
        play(exchange, request, Dialect.RESPONSES);
      } else {
        respond(exchange, new Turn.Step.Refuses(200, Map.of(), "{\"data\":[],\"models\":[]}"));
      }
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  private static Request request(HttpExchange exchange) throws IOException {
    var headers = new HashMap<String, String>();
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
    var body = exchange.getRequestBody().readAllBytes();
    return new Request(
        exchange.getRequestMethod(),
        exchange.getRequestURI().toString(),
        headers,
        json(new String(body, StandardCharsets.UTF_8)));
  }

  private static Optional<JsonNode> json(String body) {
    try {
      return Optional.of(Tree.parse(body));
    } catch (IOException none) {
      return Optional.empty();
    }
  }

  private void play(HttpExchange exchange, Request request, Dialect.Maker dialect)
      throws IOException, InterruptedException {
    var turn = request.asksToThink() ? script.turn(request) : NOTHING_TO_THINK;
    if (turn.refusal().isPresent()) {
      respond(exchange, turn.refusal().get());
      return;
    }
    exchange.getResponseHeaders().add("content-type", "text/event-stream");
    exchange.sendResponseHeaders(200, 0);
    var events = new ServerSentEvents(exchange.getResponseBody());
    var id = Long.toString(answers.incrementAndGet());
    new Playing(dialect.make(events, id, request.model()), closed).play(turn);
  }

  private static void respond(HttpExchange exchange, Turn.Step.Refuses refusal) throws IOException {
    var bytes = refusal.body().getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("content-type", "application/json");
    refusal.headers().forEach(exchange.getResponseHeaders()::set);
    exchange.sendResponseHeaders(refusal.status(), bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
  }
}
