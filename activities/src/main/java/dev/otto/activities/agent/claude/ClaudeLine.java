package dev.otto.activities.agent.claude;

import static dev.otto.activities.agent.protocol.JsonLine.cut;
import static dev.otto.activities.agent.protocol.JsonLine.odd;

import dev.otto.activities.agent.AgentEvent;
import dev.otto.activities.agent.AgentEvent.Message;
import dev.otto.activities.agent.AgentEvent.RateLimit;
import dev.otto.activities.agent.AgentEvent.Reasoning;
import dev.otto.activities.agent.AgentEvent.Started;
import dev.otto.activities.agent.AgentEvent.ToolCall;
import dev.otto.activities.agent.AgentEvent.ToolKind;
import dev.otto.activities.agent.AgentEvent.ToolResult;
import dev.otto.activities.agent.AgentEvent.Trouble;
import dev.otto.activities.agent.protocol.Facts;
import dev.otto.activities.agent.protocol.JsonLine;
import dev.otto.activities.agent.protocol.Tree;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// One line of Claude Code's `stream-json`, in Otto's words. What it does not know is a warning.
final class ClaudeLine {
  private static final String SYNTHETIC = "<synthetic>";

  private ClaudeLine() {}

  static List<AgentEvent> read(String line) {
    return JsonLine.read(line, ClaudeLine::events);
  }

  private static List<AgentEvent> events(Facts line) {
    return switch (line.words("type")) {
      case "system" -> system(line);
      case "assistant" -> assistant(line);
      case "user" -> blocks(line).stream().flatMap(block -> heard(block).stream()).toList();
      case "rate_limit_event" -> List.of(account(line.at("rate_limit_info")));
      case "result" -> ClaudeResult.events(line);
      case "stream_event" -> List.of();
      case String unknown -> odd("The event '%s' is not known.".formatted(cut(unknown)));
    };
  }

  private static List<AgentEvent> system(Facts line) {
    return switch (line.words("subtype")) {
      case "init" -> started(line);
      case "thinking_tokens", "status", "informational" -> List.of();
      case "permission_denied" ->
          odd(
              "It was not allowed to use %s: %s"
                  .formatted(line.words("tool_name"), line.words("message")));
      case "api_retry" -> List.of(asksAgain(line));
      case "model_fallback" -> odd("Another model thinks on: " + cut(Tree.line(line.json())));
      case String unknown -> odd("The event 'system/%s' is not known.".formatted(cut(unknown)));
    };
  }

  private static List<AgentEvent> started(Facts line) {
    return line.text("session_id")
        .<List<AgentEvent>>map(
            id -> List.of(new Started(id, "Claude Code " + line.words("claude_code_version"))))
        .orElseGet(() -> odd("It began without the name of its conversation."));
  }

  /// It should not ask again by itself; if it does, that is told and goes on.
  private static AgentEvent asksAgain(Facts line) {
    var status = line.whole("error_status").map(Long::intValue);
    return new Trouble(
        ClaudeTrouble.kind(line.words("error"), status),
        status,
        Optional.empty(),
        "The model did not answer, and is asked again by the agent itself.");
  }

  private static List<AgentEvent> assistant(Facts line) {
    var message = line.at("message");
    return message.words("model").equals(SYNTHETIC)
        ? List.of(ClaudeTrouble.of(line))
        : blocks(line).stream().flatMap(block -> said(block).stream()).toList();
  }

  private static List<Facts> blocks(Facts line) {
    return line.at("message").list("content");
  }

  private static List<AgentEvent> said(Facts block) {
    return switch (block.words("type")) {
      case "text" -> List.of(new Message(block.words("text")));
      case "thinking" -> List.of(new Reasoning(block.words("thinking")));
      case "redacted_thinking" -> List.of();
      case "tool_use" ->
          List.of(
              new ToolCall(
                  block.words("id"),
                  tool(block.words("name")),
                  block.words("name"),
                  block.tree("input").orElseGet(Tree::object)));
      case String unknown -> odd("The content '%s' is not known.".formatted(cut(unknown)));
    };
  }

  private static List<AgentEvent> heard(Facts block) {
    return switch (block.words("type")) {
      case "tool_result" ->
          List.of(
              new ToolResult(
                  block.words("tool_use_id"),
                  !block.is("is_error"),
                  Optional.empty(),
                  output(block)));
      case "text" -> List.of(); // The program's own words to the model.
      case String unknown -> odd("The content '%s' is not known.".formatted(cut(unknown)));
    };
  }

  private static String output(Facts block) {
    return block
        .text("content")
        .orElseGet(() ->
            String.join(
                "\n", block.list("content").stream().map(part -> part.words("text")).toList()));
  }

  private static ToolKind tool(String name) {
    return switch (name) {
      case "Bash" -> ToolKind.SHELL;
      case "Edit", "Write", "NotebookEdit" -> ToolKind.EDIT;
      case "Read", "Glob", "Grep" -> ToolKind.READ;
      case String _ -> ToolKind.OTHER;
    };
  }

  private static AgentEvent account(Facts info) {
    return new RateLimit(
        info.words("rateLimitType"),
        info.words("status"),
        info.whole("resetsAt").map(Instant::ofEpochSecond));
  }
}
