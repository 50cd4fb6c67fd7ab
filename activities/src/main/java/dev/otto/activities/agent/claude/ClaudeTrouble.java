package dev.otto.activities.agent.claude;

import dev.otto.activities.agent.AgentEvent.Trouble;
import dev.otto.activities.agent.ErrorKind;
import dev.otto.activities.agent.HttpStatus;
import dev.otto.activities.agent.protocol.Facts;
import java.util.Optional;
import java.util.stream.Collectors;

/// What went wrong, as Claude Code tells it in a message that no model wrote: a code and, where the
/// service answered, its status.
final class ClaudeTrouble {
  private ClaudeTrouble() {}

  static Trouble of(Facts line) {
    var status = line.whole("api_error_status").map(Long::intValue);
    return new Trouble(
        kind(line.words("error"), status), status, Optional.empty(), sentence(line.at("message")));
  }

  static ErrorKind kind(String code, Optional<Integer> status) {
    return switch (code) {
      case "authentication_failed" -> ErrorKind.AUTH;
      case "billing_error" -> ErrorKind.QUOTA;
      case "rate_limit" -> ErrorKind.RATE_LIMIT;
      case "model_not_found" -> ErrorKind.MODEL_NOT_FOUND;
      case "max_output_tokens" -> ErrorKind.LIMIT;
      case "server_error" ->
          status.map(HttpStatus::kind).orElse(ErrorKind.NETWORK); // Nobody answered.
      case String _ -> status.map(HttpStatus::kind).orElse(ErrorKind.NETWORK);
    };
  }

  private static String sentence(Facts message) {
    return message.list("content").stream()
        .map(block -> block.words("text"))
        .collect(Collectors.joining(" "));
  }
}
