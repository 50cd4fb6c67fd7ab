package dev.otto.activities.agent;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// One thing that an agent reported, in the same words for every provider. What it changed is what
/// git says, never this.
public sealed interface AgentEvent {
  /// The agent has begun; the conversation is the provider's own name for its memory.
  record Started(String conversation, String program) implements AgentEvent {}

  record Message(String text) implements AgentEvent {}

  record Reasoning(String text) implements AgentEvent {}

  /// The agent uses a tool; the id ties the result to it.
  record ToolCall(String id, ToolKind kind, String name, JsonNode input) implements AgentEvent {}

  record ToolResult(String id, boolean ok, Optional<Integer> exit, String output)
      implements AgentEvent {}

  /// What was used since the last such event, never a total: tokens read (of which so many came
  /// from a cache) and written. A cost that is not told is unknown.
  record Usage(long input, long cached, long output, Optional<BigDecimal> costUsd)
      implements AgentEvent {}

  /// What the whole conversation has used so far, the calls before this one included. What such a
  /// provider charges is unknown.
  record Total(long input, long cached, long output) implements AgentEvent {}

  /// How an account stands with its provider.
  record RateLimit(String window, String status, Optional<Instant> resetsAt)
      implements AgentEvent {}

  /// Something went wrong; the call may still go on.
  record Trouble(
      ErrorKind kind, Optional<Integer> http, Optional<Duration> retryAfter, String sentence)
      implements AgentEvent {
    /// The provider's service cannot be reached, whatever the agent made of it.
    public static Trouble unreached(Optional<Duration> retryAfter) {
      var status = HttpStatus.BAD_GATEWAY;
      return new Trouble(
          HttpStatus.kind(status),
          Optional.of(status),
          retryAfter,
          "Its service cannot be reached.");
    }
  }

  /// A line that says nothing Otto knows.
  record Warning(String sentence) implements AgentEvent {}

  /// The agent's own word that it is done: exactly one, and the last event.
  record Finished(boolean succeeded, String text, Optional<JsonNode> structured)
      implements AgentEvent {}

  /// What sort of tool it is.
  enum ToolKind {
    SHELL,
    EDIT,
    READ,
    OTHER;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    /// The kind of that word; what Otto does not know is `other`.
    public static ToolKind named(String word) {
      return Arrays.stream(values())
          .filter(kind -> kind.word().equals(word))
          .findFirst()
          .orElse(OTHER);
    }
  }
}
