package dev.otto.activities.gateway;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.otto.activities.agent.ModelAddress;
import dev.otto.model.Digest;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The gateway of a host: on a port of its loopback it passes on what agents ask of their models,
/// to whoever shows the token of a call that is under way. It puts the key in the token's place,
/// and changes nothing else.
public final class Gateway implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Gateway.class);
  private static final String BEARER = "Bearer ";

  /// What an agent may ask for.
  private static final Set<String> PATHS =
      Set.of("/v1/messages", "/v1/messages/count_tokens", "/v1/responses", "/v1/models");

  private final HttpServer server;
  private final ExecutorService hands = Executors.newVirtualThreadPerTaskExecutor();
  private final Passage passage = new Passage();

  /// Those that are under way, by the digest of their token.
  private final Map<Digest, Visit> visits = new ConcurrentHashMap<>();

  private Gateway(HttpServer server) {
    this.server = server;
  }

  /// Opens a gateway on a port that is free.
  public static Gateway open() {
    try {
      var loopback = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
      var gateway = new Gateway(HttpServer.create(loopback, 0));
      gateway.listen();
      return gateway;
    } catch (IOException trouble) {
      throw new UncheckedIOException("the gateway cannot listen", trouble);
    }
  }

  /// Where it listens.
  public InetSocketAddress address() {
    return server.getAddress();
  }

  /// Lets one call ask this service, until the visit is closed.
  public Visit visit(Upstream service) {
    return visit(service, Integer.MAX_VALUE, Bound.NONE);
  }

  /// The same, for so many turns of its model and as far as the bound goes; then every question is
  /// refused for good.
  public Visit visit(Upstream service, int mostTurns, Bound bound) {
    var token = Token.fresh();
    var digest = Digest.of(token);
    var base = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    var address = new ModelAddress(base, token);
    var visit = new Visit(service, address, mostTurns, bound, () -> visits.remove(digest));
    visits.put(digest, visit);
    return visit;
  }

  @Override
  public void close() {
    visits.values().forEach(Visit::close);
    server.stop(0);
    hands.shutdownNow();
    passage.close();
  }

  private void listen() {
    server.setExecutor(hands);
    server.createContext("/", this::answer);
    server.start();
    LOG.info("gateway listens: port={}", server.getAddress().getPort());
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      var visit = visit(exchange);
      if (visit.isEmpty()) {
        refuse(exchange, 401, "authentication_error", "This token opens nothing here.");
        return;
      }
      if (!passes(exchange.getRequestURI())) {
        refuse(exchange, 404, "not_found_error", "Otto's gateway does not pass this on.");
        return;
      }
      passage.through(exchange, visit.get());
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  /// Whether it is one of the paths, to the letter, and names no host of its own: what an agent
  /// writes there is put behind the service's address, and must not make another of it.
  private static boolean passes(URI target) {
    return target.getScheme() == null
        && target.getRawAuthority() == null
        && PATHS.contains(String.valueOf(target.getRawPath()));
  }

  private Optional<Visit> visit(HttpExchange exchange) {
    var headers = exchange.getRequestHeaders();
    var key = Optional.ofNullable(headers.getFirst("x-api-key"));
    var bearer =
        Optional.ofNullable(headers.getFirst("authorization"))
            .filter(value -> value.startsWith(BEARER))
            .map(value -> value.substring(BEARER.length()));
    return Stream.of(key, bearer)
        .flatMap(Optional::stream)
        .map(token -> Optional.ofNullable(visits.get(Digest.of(token))))
        .flatMap(Optional::stream)
        .findFirst();
  }

  /// Says no in a form that both dialects read.
  static void refuse(HttpExchange exchange, int status, String code, String sentence)
      throws IOException {
    var body =
        "{\"type\":\"error\",\"error\":{\"type\":\"%s\",\"code\":\"%s\",\"message\":\"%s\"}}"
            .formatted(code, code, sentence)
            .getBytes(StandardCharsets.UTF_8);
    exchange.getRequestBody().transferTo(OutputStream.nullOutputStream());
    exchange.getResponseHeaders().set("content-type", "application/json");
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
  }
}
