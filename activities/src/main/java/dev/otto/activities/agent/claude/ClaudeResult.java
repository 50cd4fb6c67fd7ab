package dev.otto.activities.agent.claude;

import dev.otto.activities.agent.AgentEvent;
import dev.otto.activities.agent.AgentEvent.Finished;
import dev.otto.activities.agent.AgentEvent.Trouble;
import dev.otto.activities.agent.AgentEvent.Usage;
import dev.otto.activities.agent.AgentEvent.Warning;
import dev.otto.activities.agent.ErrorKind;
import dev.otto.activities.agent.HttpStatus;
import dev.otto.activities.agent.protocol.Facts;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Claude Code's last line: what was used, and the verdict. Its `subtype` says `success` also where
/// the service refused, so `is_error` decides; and a program that was interrupted writes one too,
/// which is no answer.
final class ClaudeResult {
  private ClaudeResult() {}

  static List<AgentEvent> events(Facts line) {
    var events = new ArrayList<AgentEvent>();
    events.add(usage(line));
    if (line.words("terminal_reason").startsWith("aborted")) {
      events.add(new Warning("It was interrupted at its work."));
      return events;
    }
    if (line.is("is_error")) {
      kind(line).ifPresent(kind -> events.add(trouble(kind, line)));
    }
    var well = line.words("subtype").equals("success") && !line.is("is_error");
    events.add(new Finished(well, text(line), line.tree("structured_output")));
    return events;
  }

  /// What this call used: the sums over its models. The other sums of the line are those of the
  /// whole conversation.
  private static Usage usage(Facts line) {
    var models = line.at("model_usage_since_last_result");
    return models.present() ? usage(models.fields().values().stream().toList()) : own(line);
  }

  private static Usage usage(List<Facts> models) {
    var cost = Optional.of(BigDecimal.ZERO);
    long input = 0;
    long cached = 0;
    long output = 0;
    for (var model : models) {
      input +=
          model.count("inputTokens")
              + model.count("cacheReadInputTokens")
              + model.count("cacheCreationInputTokens");
      cached += model.count("cacheReadInputTokens");
      output += model.count("outputTokens");
      cost = cost.flatMap(sum -> model.number("costUSD").map(sum::add));
    }
    return new Usage(input, cached, output, cost);
  }

  /// The call's own tokens; the cost beside them may be that of earlier calls too.
  private static Usage own(Facts line) {
    var usage = line.at("usage");
    return new Usage(
        usage.count("input_tokens")
            + usage.count("cache_read_input_tokens")
            + usage.count("cache_creation_input_tokens"),
        usage.count("cache_read_input_tokens"),
        usage.count("output_tokens"),
        Optional.empty());
  }

  private static Trouble trouble(ErrorKind kind, Facts line) {
    return new Trouble(kind, status(line), Optional.empty(), text(line));
  }

  /// What it says by itself; of most refusals of the service the message before has told more.
  private static Optional<ErrorKind> kind(Facts line) {
    return switch (line.words("subtype")) {
      case "error_max_turns", "error_max_budget_usd" -> Optional.of(ErrorKind.LIMIT);
      case "error_max_structured_output_retries" -> Optional.of(ErrorKind.SCHEMA);
      case "error_during_execution" -> Optional.of(ErrorKind.CONFIG);
      case String _ -> refused(line);
    };
  }

  private static Optional<ErrorKind> refused(Facts line) {
    if (line.words("terminal_reason").equals("prompt_too_long")) {
      return Optional.of(ErrorKind.CONTEXT_TOO_LONG);
    }
    return switch (line.words("api_error")) {
      case "usage_limit_reached" -> Optional.of(ErrorKind.USAGE_WINDOW);
      case "connection_failed" -> Optional.of(ErrorKind.NETWORK);
      case "max_output_tokens" -> Optional.of(ErrorKind.LIMIT);
      case String _ -> status(line).filter(code -> code != 400).map(HttpStatus::kind);
    };
  }

  private static Optional<Integer> status(Facts line) {
    return line.whole("api_error_status").map(Long::intValue);
  }

  private static String text(Facts line) {
    return line.text("result")
        .orElseGet(() ->
            line.list("errors").stream()
                .map(one -> one.json().asText())
                .collect(Collectors.joining("; ")));
  }
}
