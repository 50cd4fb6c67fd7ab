package dev.otto.activities.agent.codex;

import static dev.otto.activities.agent.protocol.JsonLine.cut;
import static dev.otto.activities.agent.protocol.JsonLine.odd;

import dev.otto.activities.agent.AgentEvent;
import dev.otto.activities.agent.AgentEvent.Finished;
import dev.otto.activities.agent.AgentEvent.Message;
import dev.otto.activities.agent.AgentEvent.Reasoning;
import dev.otto.activities.agent.AgentEvent.Started;
import dev.otto.activities.agent.AgentEvent.ToolCall;
import dev.otto.activities.agent.AgentEvent.ToolKind;
import dev.otto.activities.agent.AgentEvent.ToolResult;
import dev.otto.activities.agent.AgentEvent.Total;
import dev.otto.activities.agent.protocol.Facts;
import dev.otto.activities.agent.protocol.JsonLine;
import java.util.List;
import java.util.Optional;

/// One line of `codex exec --json`, in Otto's words. What it does not know is a warning.
final class CodexLine {
  private static final String ASKS_AGAIN = "Reconnecting...";

  private CodexLine() {}

  static List<AgentEvent> read(String line) {
    return JsonLine.read(line, CodexLine::events);
  }

  private static List<AgentEvent> events(Facts line) {
    return switch (line.words("type")) {
      case "thread.started" -> started(line);
      case "turn.started" -> List.of();
      case "item.started" -> begun(line.at("item"));
      case "item.updated" -> List.of();
      case "item.completed" -> completed(line.at("item"));
      case "turn.completed" ->
          List.of(total(line.at("usage")), new Finished(true, "", Optional.empty()));
      case "turn.failed" -> failed(line.at("error").words("message"));
      case "error" -> trouble(line.words("message"));
      case String unknown -> odd("The event '%s' is not known.".formatted(cut(unknown)));
    };
  }

  private static List<AgentEvent> started(Facts line) {
    return line.text("thread_id")
        .<List<AgentEvent>>map(id -> List.of(new Started(id, "Codex")))
        .orElseGet(() -> odd("It began without the name of its conversation."));
  }

  private static List<AgentEvent> begun(Facts item) {
    return switch (item.words("type")) {
      case "command_execution", "file_change", "mcp_tool_call", "web_search" ->
          List.of(call(item, item.words("type")));
      case String _ -> List.of(); // What it comes to is told when it is completed.
    };
  }

  private static List<AgentEvent> completed(Facts item) {
    return switch (item.words("type")) {
      case "agent_message" -> List.of(new Message(item.words("text")));
      case "reasoning" -> List.of(new Reasoning(item.words("text")));
      case "command_execution", "file_change", "mcp_tool_call", "web_search" ->
          List.of(result(item));
      case "todo_list", "collab_tool_call" -> List.of();
      case "error" -> odd(cut(item.words("message")));
      case String unknown -> odd("The item '%s' is not known.".formatted(cut(unknown)));
    };
  }

  private static AgentEvent call(Facts item, String name) {
    return new ToolCall(item.words("id"), tool(name), name, item.json());
  }

  private static AgentEvent result(Facts item) {
    return new ToolResult(
        item.words("id"),
        item.words("status").equals("completed"),
        item.whole("exit_code").map(Long::intValue),
        item.words("aggregated_output"));
  }

  private static ToolKind tool(String name) {
    return switch (name) {
      case "command_execution" -> ToolKind.SHELL;
      case "file_change" -> ToolKind.EDIT;
      case String _ -> ToolKind.OTHER;
    };
  }

  private static AgentEvent total(Facts usage) {
    return new Total(
        usage.count("input_tokens"),
        usage.count("cached_input_tokens"),
        usage.count("output_tokens"));
  }

  private static List<AgentEvent> failed(String message) {
    return List.of(CodexTrouble.of(message), new Finished(false, message, Optional.empty()));
  }

  /// It should not ask again by itself; if it does, that is no end.
  private static List<AgentEvent> trouble(String message) {
    return message.startsWith(ASKS_AGAIN) ? odd(cut(message)) : List.of(CodexTrouble.of(message));
  }
}
