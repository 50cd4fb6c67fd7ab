package dev.otto.api.sample;

import dev.otto.api.document.ServedDocument;
import dev.otto.model.json.Json;
import dev.otto.model.problem.Problem;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/// One who asks over HTTP, with these headers.
public record Web(URI server, Map<String, String> headers) {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final Duration PATIENCE = Duration.ofSeconds(40);

  public Web(URI server) {
    this(server, Map.of());
  }

  /// An answer, whole.
  public record Answer(HttpResponse<String> raw) {
    public int status() {
      return raw.statusCode();
    }

    public String text() {
      return raw.body();
    }

    public String header(String name) {
      return raw.headers().firstValue(name).orElse("");
    }

    public <T> T body(Class<T> type) {
      if (status() >= 300) {
        throw new AssertionError("%d %s".formatted(status(), text()));
      }
      return Json.value(text(), type);
    }

    public Problem problem() {
      if (!header("Content-Type").equals(Problem.MEDIA_TYPE)) {
        throw new AssertionError("no problem: %d %s".formatted(status(), text()));
      }
      return Json.value(text(), Problem.class);
    }
  }

  public Web as(String header, String value) {
    var more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new Web(server, more);
  }

  public Answer get(String path) {
    return send("GET", path, "");
  }

  public Answer post(String path, Object body) {
    return send("POST", path, body instanceof String text ? text : Json.text(body));
  }

  public Answer send(String method, String path, String body) {
    try {
      return documented(CLIENT.send(request(method, path, body), BodyHandlers.ofString()));
    } catch (IOException failure) {
      throw new AssertionError(method + " " + path, failure);
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  /// Whatever is answered in a test is what the document of the api says.
  private static Answer documented(HttpResponse<String> raw) {
    var faults =
        ServedDocument.served()
            .faults(
                raw.request().method().toLowerCase(Locale.ROOT),
                raw.request().uri().getRawPath(),
                raw.statusCode(),
                raw.headers().firstValue("Content-Type").orElse(""),
                raw.body());
    if (!faults.isEmpty()) {
      throw new AssertionError(
          "%s is answered otherwise than the document says: %s: %s"
              .formatted(raw.request(), faults, raw.body()));
    }
    return new Answer(raw);
  }

  private HttpRequest request(String method, String path, String body) {
    var request =
        HttpRequest.newBuilder(server.resolve(path))
            .timeout(PATIENCE)
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    if (!body.isEmpty()) {
      request.setHeader("Content-Type", "application/json");
    }
    headers.forEach(request::setHeader);
    return request.build();
  }
}
