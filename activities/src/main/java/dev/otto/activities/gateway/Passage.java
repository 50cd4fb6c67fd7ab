package dev.otto.activities.gateway;

import com.sun.net.httpserver.HttpExchange;
import dev.otto.activities.agent.HttpStatus;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Passes a request on to its service and the answer back, piece by piece as it comes.
final class Passage implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Passage.class);
  private static final Duration TO_CONNECT = Duration.ofSeconds(20);
  private static final int PIECE = 16 << 10;
  private static final int FIRST_REFUSAL = 400;
  private static final int TOO_LARGE = 413;

  /// The most bytes of one question; it is held in memory on its way.
  private static final int MOST = 64 << 20;

  /// Where a model is asked, and not only about it.
  private static final Set<String> THINKING = Set.of("/v1/messages", "/v1/responses");

  /// What holds between two neighbours only, and what the answer must not be packed with, for it is
  /// listened to.
  private static final Set<String> STAYS =
      Set.of(
          "host",
          "connection",
          "keep-alive",
          "content-length",
          "transfer-encoding",
          "upgrade",
          "http2-settings",
          "expect",
          "te",
          "trailer",
          "accept-encoding",
          "date");

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(TO_CONNECT)
          .build();

  void through(HttpExchange exchange, Visit visit) throws IOException, InterruptedException {
    var body = exchange.getRequestBody().readNBytes(MOST + 1);
    if (body.length > MOST) {
      Gateway.refuse(exchange, TOO_LARGE, "request_too_large", "Otto's gateway passes 64 MiB.");
      return;
    }
    if (exchange.getRequestMethod().equals("POST")) {
      var own = visit.refusal();
      if (own.isPresent()) {
        Gateway.refuse(exchange, Wire.Own.STATUS, own.get().code(), own.get().words());
        return;
      }
    }
    visit.asked();
    var request = request(exchange, visit.service(), body);
    HttpResponse<InputStream> answer;
    try {
      answer = client.send(request, BodyHandlers.ofInputStream());
    } catch (IOException unreachable) {
      LOG.warn(
          "model's service does not answer: uri={} why={}", request.uri(), unreachable.toString());
      visit.refused(new Wire.Refused(HttpStatus.BAD_GATEWAY, Optional.empty()));
      Gateway.refuse(
          exchange, HttpStatus.BAD_GATEWAY, "api_error", "The model's service does not answer.");
      return;
    }
    back(exchange, visit, answer);
  }

  @Override
  public void close() {
    client.shutdownNow();
  }

  private static HttpRequest request(HttpExchange exchange, Upstream service, byte[] body) {
    var request =
        HttpRequest.newBuilder(service.at(path(exchange.getRequestURI())))
            .method(exchange.getRequestMethod(), BodyPublishers.ofByteArray(body));
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> {
          if (passes(name) && !Upstream.Credential.carriedBy(name)) {
            values.forEach(value -> request.header(name, value));
          }
        });
    return request.header(service.header(), service.shown()).build();
  }

  private static String path(URI target) {
    return target.getRawQuery() == null
        ? target.getRawPath()
        : target.getRawPath() + "?" + target.getRawQuery();
  }

  private static void back(HttpExchange exchange, Visit visit, HttpResponse<InputStream> answer)
      throws IOException {
    var status = answer.statusCode();
    if (status >= FIRST_REFUSAL) {
      visit.refused(new Wire.Refused(status, RetryAfter.of(answer.headers())));
    } else if (THINKING.contains(exchange.getRequestURI().getRawPath())) {
      visit.thinking();
    }
    answer
        .headers()
        .map()
        .forEach((name, values) -> {
          if (passes(name) && !name.startsWith(":")) {
            values.forEach(value -> exchange.getResponseHeaders().add(name, value));
          }
        });
    exchange.sendResponseHeaders(status, 0);
    try (var body = answer.body()) {
      visit.begins(body);
      carried(body, exchange.getResponseBody(), visit);
    }
  }

  private static void carried(InputStream body, OutputStream out, Visit visit) throws IOException {
    var tap = new Tap();
    try {
      var piece = new byte[PIECE];
      for (var length = body.read(piece); length >= 0; length = body.read(piece)) {
        if (tap.heard(piece, length)) {
          visit.using(tap.tokens());
        }
        out.write(piece, 0, length);
        out.flush();
        visit.passed();
      }
      out.close();
    } finally {
      visit.ends(body);
      visit.used(tap.tokens());
    }
  }

  private static boolean passes(String header) {
    return !STAYS.contains(header.toLowerCase(Locale.ROOT));
  }
}
