package dev.otto.cli.render;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.otto.cli.shell.Plain;
import dev.otto.model.json.Json;
import java.util.stream.Collectors;

/// What an agent said, as people read it: lines of `otto-agent/1` in words, all others as they are.
public final class LogWords {
  private static final int LONGEST_INPUT = 400;

  private LogWords() {}

  /// The line in words; nothing that could steer a terminal is left in it.
  public static String of(String line) {
    return Plain.text(line.startsWith("{") ? event(line) : line);
  }

  private static String event(String line) {
    try {
      var event = Json.own().readTree(line);
      return switch (event.path("type").asText()) {
        case "started" -> "started" + said(" ", event.path("program"));
        case "message" -> event.path("text").asText();
        case "reasoning" -> indented("~ ", event.path("text").asText());
        case "tool-call" -> "$ " + event.path("name").asText() + input(event.path("input"));
        case "tool-result" -> result(event);
        case "usage", "usage-total" -> usage(event);
        case "rate-limit" ->
            "rate limit" + said(" ", event.path("window")) + said(": ", event.path("status"));
        case "error" -> "error" + said(", ", event.path("kind")) + said(": ", event.path("text"));
        case "warning" -> "warning" + said(": ", event.path("text"));
        case "finished" -> "finished" + said(": ", event.path("outcome"));
        default -> line;
      };
    } catch (JsonProcessingException free) {
      return line;
    }
  }

  private static String input(JsonNode input) {
    var command = input.path("command");
    var text = command.isTextual() ? command.asText() : input.isMissingNode() ? "" : json(input);
    return text.isEmpty() ? "" : " " + Width.fitted(text, LONGEST_INPUT);
  }

  private static String json(JsonNode input) {
    return input.isTextual() ? input.asText() : input.toString();
  }

  private static String result(JsonNode event) {
    var head =
        event.path("ok").asBoolean() ? "ok" : "failed" + said(", exit code ", event.path("exit"));
    var output = event.path("output").asText();
    return output.isBlank() ? "  " + head : indented("  ", head + "\n" + output);
  }

  private static String usage(JsonNode event) {
    return "tokens: %d in (%d cached), %d out"
        .formatted(
            event.path("input").asLong(),
            event.path("cached").asLong(),
            event.path("output").asLong());
  }

  private static String said(String before, JsonNode value) {
    return value.isValueNode() && !value.asText().isBlank() ? before + value.asText() : "";
  }

  private static String indented(String mark, String text) {
    return text.lines().map(line -> mark + line).collect(Collectors.joining("\n"));
  }
}
