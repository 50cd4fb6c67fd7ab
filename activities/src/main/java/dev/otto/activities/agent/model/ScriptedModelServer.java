package dev.otto.activities.agent.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.otto.activities.agent.model.Turn.Step;
import dev.otto.activities.agent.protocol.Tree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// The scripted model's service: `/v1/messages` and `/v1/responses` on a port of the loopback. Each
/// request of an agent that wants its model to think is answered with the next turn of the script;
/// when that is at its end, the model says so and no more.
public final class ScriptedModelServer implements AutoCloseable {
  /// What every answer is said to have used, in tokens: read anew, read from a cache, and written.
  public static final int READ = 100;

  public static final int CACHED = 30;
  public static final int WRITTEN = 25;

  private static final Turn AT_ITS_END = Turn.says("The script is at its end.");
  private static final Turn NOTHING_TO_THINK = Turn.says("ok");

  private final HttpServer server;
  private final ExecutorService hands = Executors.newVirtualThreadPerTaskExecutor();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Queue<Turn> script;
  private final List<Request> journal = new ArrayList<>();

  private ScriptedModelServer(HttpServer server, List<Turn> script) {
    this.server = server;
    this.script = new ArrayDeque<>(script);
  }

  /// A server that plays this script.
  public static ScriptedModelServer playing(Turn... script) {
    return playing(List.of(script));
  }

  /// A server that plays this script.
  public static ScriptedModelServer playing(List<Turn> script) {
    try {
      var loopback = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
      var server = new ScriptedModelServer(HttpServer.create(loopback, 0), script);
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

  /// What it was asked by models' users so far, in order; requests for anything else are left out.
  public List<Request> journal() {
    synchronized (journal) {
      return journal.stream().filter(Request::asksToThink).toList();
    }
  }

  /// Every request so far, in order.
  public List<Request> everything() {
    synchronized (journal) {
      return List.copyOf(journal);
    }
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
      var turn = next(request);
      switch (exchange.getRequestURI().getPath()) {
        case "/v1/messages", "/v1/responses" -> play(exchange, request, turn);
        case String _ -> respond(exchange, 200, Map.of(), "{\"data\":[],\"models\":[]}");
      }
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  private Request request(HttpExchange exchange) throws IOException {
    var headers = new HashMap<String, String>();
    exchange
        .getRequestHeaders()
        .forEach((name, values) ->
            headers.put(name.toLowerCase(java.util.Locale.ROOT), values.getFirst()));
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

  private Turn next(Request request) {
    synchronized (journal) {
      journal.add(request);
      if (!request.asksToThink()) {
        return NOTHING_TO_THINK;
      }
      return Optional.ofNullable(script.poll()).orElse(AT_ITS_END);
    }
  }

  private void play(HttpExchange exchange, Request request, Turn turn)
      throws IOException, InterruptedException {
    if (!turn.steps().isEmpty()
        && turn.steps().getFirst() instanceof Step.Refuses(var status, var headers, var body)) {
      respond(exchange, status, headers, body);
      return;
    }
    exchange.getResponseHeaders().add("content-type", "text/event-stream");
    exchange.sendResponseHeaders(200, 0);
    stream(dialect(exchange, request), turn);
  }

  private void stream(Dialect dialect, Turn turn) throws IOException, InterruptedException {
    dialect.begin();
    for (var step : turn.steps()) {
      switch (step) {
        case Step.Says(var text) -> dialect.says(text);
        case Step.Thinks(var text) -> dialect.thinks(text);
        case Step.Uses use -> dialect.uses(use);
        case Step.Waits(var time) -> Thread.sleep(time);
        case Step.RunsOut() -> {
          dialect.end(true);
          return;
        }
        case Step.Errs error -> {
          dialect.errs(error);
          return;
        }
        case Step.Stalls() -> closed.await();
        case Step.Breaks(), Step.Refuses _ -> throw new IOException("broken as the script says");
      }
    }
    dialect.end(false);
  }

  private Dialect dialect(HttpExchange exchange, Request request) {
    var events = new ServerSentEvents(exchange.getResponseBody());
    var id = Integer.toString(everything().size());
    var model = request.body().map(body -> body.path("model").asText()).orElse("");
    return exchange.getRequestURI().getPath().equals("/v1/messages")
        ? new MessagesDialect(events, id, model)
        : new ResponsesDialect(events, id, model);
  }

  private static void respond(
      HttpExchange exchange, int status, Map<String, String> headers, String body)
      throws IOException {
    var bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("content-type", "application/json");
    headers.forEach(exchange.getResponseHeaders()::set);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
  }
}
