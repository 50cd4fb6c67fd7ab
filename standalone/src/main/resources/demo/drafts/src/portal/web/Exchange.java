package portal.web;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/// One request and its answer, in the words of the portal.
final class Exchange {
  private static final int MOST = 64 * 1024;
  private static final Pattern PAIR =
      Pattern.compile("\"(\\w+)\"\\s*:\\s*(?:\"((?:[^\"\\\\]|\\\\.)*)\"|(-?[\\d.]+))");
  private static final Pattern SESSION = Pattern.compile("(?:^|;\\s*)session=([0-9a-f]+)");

  private final HttpExchange exchange;

  Exchange(HttpExchange exchange) {
    this.exchange = exchange;
  }

  String method() {
    return exchange.getRequestMethod();
  }

  String path() {
    return exchange.getRequestURI().getPath();
  }

  /// The token of the session, or nothing.
  String token() {
    var cookies = exchange.getRequestHeaders().getFirst("Cookie");
    var found = SESSION.matcher(cookies == null ? "" : cookies);
    return found.find() ? found.group(1) : "";
  }

  /// The fields of the body, be it a form or a flat JSON object.
  Map<String, String> fields() throws IOException {
    var type = exchange.getRequestHeaders().getFirst("Content-Type");
    var body = new String(exchange.getRequestBody().readNBytes(MOST), StandardCharsets.UTF_8);
    return type != null && type.startsWith("application/json") ? json(body) : form(body);
  }

  void page(int status, String html) throws IOException {
    exchange.getResponseHeaders().set("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'");
    answer(status, "text/html; charset=utf-8", html);
  }

  void json(int status, String json) throws IOException {
    answer(status, "application/json", json);
  }

  void text(int status, String text) throws IOException {
    answer(status, "text/plain; charset=utf-8", text);
  }

  void home() throws IOException {
    exchange.getResponseHeaders().set("Location", "/");
    exchange.sendResponseHeaders(303, -1);
    exchange.close();
  }

  void session(String token) {
    exchange
        .getResponseHeaders()
        .add("Set-Cookie", "session=%s; Path=/; HttpOnly; SameSite=Strict".formatted(token));
  }

  private void answer(int status, String type, String body) throws IOException {
    var bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
    exchange.getResponseHeaders().set("Cache-Control", "no-store");
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private static Map<String, String> form(String body) {
    var fields = new LinkedHashMap<String, String>();
    for (var pair : body.split("&")) {
      var parts = pair.split("=", 2);
      if (parts.length == 2) {
        fields.put(decoded(parts[0]), decoded(parts[1]));
      }
    }
    return fields;
  }

  private static Map<String, String> json(String body) {
    var fields = new LinkedHashMap<String, String>();
    var pairs = PAIR.matcher(body);
    while (pairs.find()) {
      var value = pairs.group(2) == null ? pairs.group(3) : pairs.group(2);
      fields.put(pairs.group(1), value.replaceAll("\\\\(.)", "$1"));
    }
    return fields;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
