package dev.otto.activities.agent;

import com.fasterxml.jackson.databind.JsonNode;
import dev.otto.activities.agent.protocol.Facts;
import dev.otto.activities.process.Ending;
import dev.otto.activities.process.Exit;
import dev.otto.model.CallId;
import dev.otto.model.GroupId;
import dev.otto.model.call.CallOrder;
import dev.otto.model.call.Stage;
import dev.otto.model.call.Usage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// What the real programs of one provider wrote, recorded once, and what Otto makes of it: a table
/// with one row for each.
public final class Transcripts {
  private static final Instant WHEN_THEY_ENDED = Instant.parse("2026-11-21T01:30:00Z");

  private final AgentAdapter adapter;
  private final Path folder;

  public Transcripts(AgentAdapter adapter) {
    this.adapter = adapter;
    this.folder = resource("/agents/" + adapter.provider());
  }

  /// The rows that are expected, by the name of their transcript.
  public Map<String, String> expected() {
    return lines(folder.resolve("conclusions.md")).stream()
        .filter(line -> line.startsWith("| `"))
        .collect(
            Collectors.toMap(
                line -> line.substring(3, line.indexOf('`', 3)),
                line -> line,
                (a, _) -> a,
                TreeMap::new));
  }

  /// The rows as they are.
  public Map<String, String> actual() {
    return names().stream()
        .collect(Collectors.toMap(name -> name, this::row, (a, _) -> a, TreeMap::new));
  }

  /// The names of all.
  public List<String> names() {
    try (var files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".jsonl"))
          .map(name -> name.substring(0, name.length() - ".jsonl".length()))
          .sorted()
          .toList();
    } catch (IOException trouble) {
      throw new UncheckedIOException(trouble);
    }
  }

  public AgentTrace trace(String name) {
    return trace(AgentTrace.EMPTY, name);
  }

  /// The trace of a call that goes on where another ended.
  public AgentTrace trace(AgentTrace before, String name) {
    return trace(before, lines(name));
  }

  private AgentTrace trace(AgentTrace before, List<String> lines) {
    var trace = before;
    for (var line : lines) {
      for (var event : adapter.parse(line)) {
        trace = trace.after(event);
      }
    }
    return trace;
  }

  public List<String> lines(String name) {
    return lines(folder.resolve(name + ".jsonl"));
  }

  public AgentOutcome outcome(String name) {
    return outcome(name, lines(name));
  }

  /// What would have become of that call with other lines.
  public AgentOutcome outcome(String name, List<String> lines) {
    return adapter.conclude(request(name), end(name), trace(AgentTrace.EMPTY, lines));
  }

  private String row(String name) {
    return "| `%s` | %s | %s |".formatted(name, words(outcome(name)), words(trace(name).used()));
  }

  private AgentEnd end(String name) {
    try {
      var end = Facts.of(Files.readString(folder.resolve(name + ".end.json")));
      var code = end.at("exit").json().intValue();
      return new AgentEnd(
          new Ending.Exited(Exit.of(code < 0 ? 128 - code : code)),
          end.words("stderr"),
          Optional.of(WHEN_THEY_ENDED));
    } catch (IOException trouble) {
      throw new UncheckedIOException(trouble);
    }
  }

  private static AgentRequest request(String name) {
    return new AgentRequest(
        CallOrder.first(new CallId("c1"), Stage.BUILD, Optional.of(new GroupId("api")), 1, 0),
        "Build the api.",
        Path.of("/repo"),
        Path.of("/home/user"),
        Optional.empty(),
        name.startsWith("structured")
            ? new ExpectedAnswer.Structured("{}", Transcripts::violations)
            : new ExpectedAnswer.Words(),
        new AgentGround(
            false, Optional.of(new ModelAddress(URI.create("http://127.0.0.1:8123"), "token"))));
  }

  private static List<String> violations(JsonNode answer) {
    return answer.path("status").isTextual() ? List.of() : List.of("/status must be a text");
  }

  private static String words(AgentOutcome outcome) {
    return switch (outcome) {
      case AgentOutcome.Succeeded(var text, var structured) ->
          "succeeded | " + structured.map(JsonNode::toString).orElse(text);
      case AgentOutcome.Failed(var kind, var sentence) ->
          "failed: %s | %s".formatted(kind.word(), first(sentence));
      case AgentOutcome.Lost(var loss, var sentence, var wait) ->
          "lost: %s%s | %s"
              .formatted(
                  loss.words(),
                  wait.map(time -> ", for " + time.toSeconds() + " s").orElse(""),
                  first(sentence));
    };
  }

  private static String first(String sentence) {
    return sentence.lines().findFirst().orElse("").replace("|", "/");
  }

  private static String words(Usage used) {
    return used.calls() == 0
        ? "nothing told"
        : "%d read, %d of them cached, %d written, %s"
            .formatted(
                used.inputTokens(),
                used.cachedTokens(),
                used.outputTokens(),
                used.usd().map(usd -> "$" + usd.toPlainString()).orElse("cost unknown"));
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file, StandardCharsets.UTF_8);
    } catch (IOException trouble) {
      throw new UncheckedIOException(trouble);
    }
  }

  private static Path resource(String name) {
    try {
      return Path.of(Transcripts.class.getResource(name).toURI());
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
