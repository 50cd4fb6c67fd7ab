package dev.otto.standalone.demo;

import dev.otto.activities.agent.protocol.Tree;
import dev.otto.model.CheckId;
import dev.otto.model.check.Check;
import dev.otto.model.check.FileExpectation;
import dev.otto.model.check.HttpStep;
import dev.otto.model.spec.Spec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.awaitility.Awaitility;

/// Runs the checks of a spec on a folder, as plainly as can be; the answer is what is wrong.
final class Bench implements AutoCloseable {
  private final Spec spec;
  private final Path folder;
  private Optional<Process> product = Optional.empty();
  private int port;

  Bench(Spec spec, Path folder) {
    this.spec = spec;
    this.folder = folder;
  }

  /// Starts the product and waits until it is ready.
  Bench started() throws Exception {
    var start = spec.start().orElseThrow();
    try (var free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    product =
        Optional.of(Programs.start(folder, start.argv(), Map.of("PORT", Integer.toString(port))));
    try (var client = HttpClient.newHttpClient()) {
      Awaitility.await()
          .atMost(Duration.ofSeconds(start.ready().seconds() * 3L))
          .ignoreExceptions()
          .until(() -> send(client, get(start.ready().path())).statusCode() < 500);
    }
    return this;
  }

  Optional<String> check(String id) throws Exception {
    return switch (spec.check(new CheckId(id)).orElseThrow()) {
      case Check.Command command -> {
        var ended = Programs.run(folder, command.argv().toArray(String[]::new));
        yield Optional.of(ended.output()).filter(_ -> ended.exit() != 0);
      }
      case Check.Files files -> files(files.expect());
      case Check.Http http -> http(http.steps());
      case Check.Browser _ -> Optional.of("no browser here");
    };
  }

  @Override
  public void close() {
    product.ifPresent(running -> running.destroyForcibly().onExit().join());
  }

  private Optional<String> files(List<FileExpectation> expectations) throws IOException {
    for (var expected : expectations) {
      var file = folder.resolve(expected.path());
      if (expected.absent() == Files.exists(file)) {
        return Optional.of(expected.path() + (expected.absent() ? " is there" : " is missing"));
      }
      var wrong =
          expected.absent()
              ? Optional.<String>empty()
              : texts(Files.readString(file), expected.contains(), expected.lacks());
      if (wrong.isPresent()) {
        return wrong;
      }
    }
    return Optional.empty();
  }

  private Optional<String> http(List<HttpStep> steps) throws Exception {
    var actors = new HashMap<String, HttpClient>();
    var captured = new HashMap<String, String>();
    for (var step : steps) {
      var client =
          actors.computeIfAbsent(
              step.who(), _ -> HttpClient.newBuilder().cookieHandler(new CookieManager()).build());
      var answer = send(client, request(step.request(), captured));
      var wrong = judged(step, answer);
      if (wrong.isPresent()) {
        return wrong.map(what -> step.request().path() + ": " + what + " in " + answer.body());
      }
      step.capture().forEach((name, from) -> captured.put(name, read(from, answer)));
    }
    return Optional.empty();
  }

  private static Optional<String> judged(HttpStep step, HttpResponse<String> answer) {
    var expected = step.expect();
    if (expected.status().isPresent() && expected.status().get() != answer.statusCode()) {
      return Optional.of("status " + answer.statusCode());
    }
    for (var header : expected.headers().entrySet()) {
      if (!answer.headers().firstValue(header.getKey()).equals(Optional.of(header.getValue()))) {
        return Optional.of("header " + header.getKey());
      }
    }
    return texts(answer.body(), expected.contains(), expected.lacks());
  }

  private static Optional<String> texts(String text, List<String> contains, List<String> lacks) {
    return contains.stream()
        .filter(wanted -> !text.contains(wanted))
        .map(wanted -> "missing: " + wanted)
        .findFirst()
        .or(() -> lacks.stream().filter(text::contains).map(odd -> "there: " + odd).findFirst());
  }

  private HttpRequest request(HttpStep.Request asked, Map<String, String> captured) {
    var request = HttpRequest.newBuilder(address(filled(asked.path(), captured)));
    asked.headers().forEach((name, value) -> request.header(name, filled(value, captured)));
    return request
        .method(asked.method(), BodyPublishers.ofString(filled(asked.body().orElse(""), captured)))
        .build();
  }

  private HttpRequest get(String path) {
    return HttpRequest.newBuilder(address(path)).build();
  }

  private URI address(String path) {
    return URI.create("http://127.0.0.1:%d%s".formatted(port, path));
  }

  private static HttpResponse<String> send(HttpClient client, HttpRequest request)
      throws IOException, InterruptedException {
    return client.send(request, BodyHandlers.ofString());
  }

  private static String filled(String text, Map<String, String> captured) {
    var filled = text;
    for (var value : captured.entrySet()) {
      filled = filled.replace("${" + value.getKey() + "}", value.getValue());
    }
    return filled;
  }

  private static String read(HttpStep.Capture capture, HttpResponse<String> answer) {
    try {
      return Tree.parse(answer.body()).at(capture.json().orElseThrow()).asText();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
