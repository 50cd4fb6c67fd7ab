package dev.otto.activities.agent.real;

import com.fasterxml.jackson.databind.JsonNode;
import dev.otto.activities.agent.AgentAdapter;
import dev.otto.activities.agent.Thinking;
import dev.otto.activities.agent.claude.ClaudeAdapter;
import dev.otto.activities.agent.claude.ClaudeTools;
import dev.otto.activities.agent.model.Turn;
import dev.otto.activities.agent.protocol.Tree;
import dev.otto.activities.agent.replay.Tools;
import java.nio.file.Path;
import java.util.Optional;

class RealClaudeTest extends RealAgentContract {
  @Override
  AgentAdapter adapter(Optional<Integer> turns) {
    return new ClaudeAdapter(
        AgentPrograms.claude(),
        new Thinking(Optional.of("claude-sonnet-4-5"), Optional.empty(), turns));
  }

  @Override
  Tools tools() {
    return new ClaudeTools();
  }

  @Override
  Turn writes(Path file, String line) {
    return Turn.uses(
        "Write", Tree.object().put("file_path", file.toString()).put("content", line + "\n"));
  }

  @Override
  Turn runs(String command) {
    return Turn.uses(
        "Bash", Tree.object().put("command", command).put("description", "look around"));
  }

  @Override
  Turn answers(JsonNode answer) {
    return Turn.uses("StructuredOutput", answer);
  }

  @Override
  String refusal(String code, String message) {
    return "{\"type\":\"error\",\"error\":{\"type\":\"%s\",\"message\":\"%s\"}}"
        .formatted(code, message);
  }
}
