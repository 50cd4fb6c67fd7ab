package dev.otto.activities.agent.real;

import com.fasterxml.jackson.databind.JsonNode;
import dev.otto.activities.agent.AgentAdapter;
import dev.otto.activities.agent.Thinking;
import dev.otto.activities.agent.codex.CodexAdapter;
import dev.otto.activities.agent.codex.CodexTools;
import dev.otto.activities.agent.model.Turn;
import dev.otto.activities.agent.protocol.Tree;
import dev.otto.activities.agent.replay.Tools;
import java.nio.file.Path;
import java.util.Optional;

class RealCodexTest extends RealAgentContract {
  @Override
  AgentAdapter adapter(Optional<Integer> turns) {
    return new CodexAdapter(
        AgentPrograms.codex(), new Thinking(Optional.of("gpt-5.5"), Optional.empty(), turns));
  }

  @Override
  Tools tools() {
    return new CodexTools();
  }

  @Override
  Turn writes(Path file, String line) {
    return Turn.uses(
        "apply_patch",
        "*** Begin Patch\n*** Add File: %s\n+%s\n*** End Patch\n"
            .formatted(file.getFileName(), line));
  }

  @Override
  Turn runs(String command) {
    return Turn.uses("exec_command", Tree.object().put("cmd", command));
  }

  @Override
  Turn answers(JsonNode answer) {
    return Turn.says("```json\n" + Tree.line(answer) + "\n```");
  }

  @Override
  String refusal(String code, String message) {
    return "{\"error\":{\"type\":\"%s\",\"code\":\"%s\",\"message\":\"%s\"}}"
        .formatted(code, code, message);
  }
}
