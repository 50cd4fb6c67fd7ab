package dev.otto.activities.check;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.otto.model.Contents;
import dev.otto.model.audit.CheckResult;
import dev.otto.model.check.Check;
import dev.otto.model.check.HttpStep;
import dev.otto.model.json.Json;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Talks to the running product as a check says, each actor with cookies of its own, until a step
/// is not as expected.
final class HttpCheck {
  private static final int SHOWN = 2_000;

  private final URI product;
  private final Contents contents;
  private final Answers answers;
  private final Map<String, HttpClient> actors = new HashMap<>();
  private final Map<String, String> captured = new HashMap<>();
  private final StringBuilder exchange = new StringBuilder();

  HttpCheck(URI product, Contents contents, Answers answers) {
    this.product = product;
    this.contents = contents;
    this.answers = answers;
  }

  CheckResult run(Check.Http check) {
    var began = System.nanoTime();
    var fault = Optional.<String>empty();
    for (int step = 0; step < check.steps().size() && fault.isEmpty(); step++) {
      var number = step + 1;
      fault =
          fault(check.steps().get(step), check.timeout())
              .map(why -> "step %d: %s".formatted(number, answers.kept(why)));
    }
    actors.values().forEach(HttpClient::shutdownNow);
    var millis = Duration.ofNanos(System.nanoTime() - began).toMillis();
    var evidence = Optional.of(contents.keep(answers.kept(exchange.toString())));
    return fault
        .map(why -> new CheckResult(check.id(), CheckResult.Outcome.FAILED, why, evidence, millis))
        .orElseGet(() ->
            new CheckResult(
                check.id(),
                CheckResult.Outcome.PASSED,
                "%d steps as expected".formatted(check.steps().size()),
                evidence,
                millis));
  }

  private Optional<String> fault(HttpStep step, Duration limit) {
    try {
      var response = sent(step, limit);
      return fault(step.expect(), response).or(() -> capture(step, response));
    } catch (IOException | IllegalArgumentException trouble) {
      exchange.append("  !! ").append(trouble).append('\n');
      return Optional.of("no answer: " + trouble.getMessage());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return Optional.of("it was interrupted");
    }
  }

  private HttpResponse<String> sent(HttpStep step, Duration limit)
      throws IOException, InterruptedException {
    var request = step.request();
    var path = filled(request.path());
    var builder =
        HttpRequest.newBuilder(product.resolve(path))
            .timeout(limit)
            .method(
                request.method(),
                request
                    .body()
                    .map(body -> HttpRequest.BodyPublishers.ofString(filled(body)))
                    .orElseGet(HttpRequest.BodyPublishers::noBody));
    request.headers().forEach((name, value) -> builder.header(name, filled(value)));
    exchange.append("%s: %s %s\n".formatted(step.who(), request.method(), path));
    var response =
        actors
            .computeIfAbsent(step.who(), _ -> actor())
            .send(builder.build(), HttpResponse.BodyHandlers.ofString());
    var body = answers.kept(response.body());
    exchange.append(
        "  %d %s\n%s\n"
            .formatted(
                response.statusCode(),
                response.headers().map(),
                body.length() <= SHOWN ? body : body.substring(0, SHOWN) + "…"));
    return response;
  }

  private static HttpClient actor() {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .followRedirects(HttpClient.Redirect.NEVER)
        .cookieHandler(new CookieManager())
        .proxy(HttpClient.Builder.NO_PROXY)
        .connectTimeout(Duration.ofSeconds(5))
        .build();
  }

  private Optional<String> fault(HttpStep.Expectation expected, HttpResponse<String> response) {
    var faults = new ArrayList<String>();
    expected
        .status()
        .filter(status -> status != response.statusCode())
        .ifPresent(status ->
            faults.add("expected status %d, got %d".formatted(status, response.statusCode())));
    expected
        .headers()
        .forEach((name, value) -> {
          if (!response.headers().allValues(name).contains(filled(value))) {
            faults.add("header %s is not '%s'".formatted(name, filled(value)));
          }
        });
    texts(expected.contains(), response.body(), true, faults);
    texts(expected.lacks(), response.body(), false, faults);
    return faults.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", faults));
  }

  private void texts(List<String> texts, String body, boolean wanted, List<String> faults) {
    for (var text : texts) {
      if (body.contains(filled(text)) != wanted) {
        faults.add("the answer %s '%s'".formatted(wanted ? "lacks" : "contains", filled(text)));
      }
    }
  }

  private Optional<String> capture(HttpStep step, HttpResponse<String> response) {
    for (var entry : step.capture().entrySet()) {
      var value = value(entry.getValue(), response);
      if (value.isEmpty()) {
        return Optional.of("there is nothing to capture for '%s'".formatted(entry.getKey()));
      }
      captured.put(entry.getKey(), value.get());
    }
    return Optional.empty();
  }

  private static Optional<String> value(HttpStep.Capture capture, HttpResponse<String> response) {
    if (capture.header().isPresent()) {
      return response.headers().firstValue(capture.header().get());
    }
    if (capture.regex().isPresent()) {
      var matcher = Pattern.compile(capture.regex().get()).matcher(response.body());
      return matcher.find() && matcher.groupCount() > 0
          ? Optional.of(matcher.group(1))
          : Optional.empty();
    }
    try {
      var node = Json.own().readTree(response.body()).at(capture.json().orElse(""));
      return node.isValueNode() ? Optional.of(node.asText()) : Optional.empty();
    } catch (JsonProcessingException notJson) {
      return Optional.empty();
    }
  }

  private String filled(String text) {
    var filled = text;
    for (var entry : captured.entrySet()) {
      filled = filled.replace("${" + entry.getKey() + "}", entry.getValue());
    }
    return filled;
  }
}
