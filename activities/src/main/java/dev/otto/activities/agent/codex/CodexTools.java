package dev.otto.activities.agent.codex;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.otto.activities.agent.model.Turn.Step.Uses;
import dev.otto.activities.agent.protocol.Tree;
import dev.otto.activities.agent.replay.Sh;
import dev.otto.activities.agent.replay.Tools;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The tools of Codex: a shell, and patches of whole lines.
public final class CodexTools implements Tools {
  /// It waits no longer for a command before it says that it still runs.
  private static final int LONGEST = 30_000;

  @Override
  public Uses shell(String command) {
    return new Uses(
        "exec_command", Tree.object().put("cmd", command).put("yield_time_ms", LONGEST));
  }

  @Override
  public List<Uses> read(Path worktree, String file) {
    return List.of(shell("head -c 2000 -- " + Sh.word(file)));
  }

  @Override
  public List<Uses> write(Path worktree, String file, String text) {
    return List.of(text.endsWith("\n") ? added(file, text) : shell(Sh.write(file, text)));
  }

  @Override
  public List<Uses> edit(Path worktree, String file, String find, String replace) {
    return List.of(shell(Sh.edit(file, find, replace)));
  }

  @Override
  public Optional<Uses> answer(JsonNode answer) {
    return Optional.empty();
  }

  private static Uses added(String file, String text) {
    var lines = text.substring(0, text.length() - 1).replace("\n", "\n+");
    var patch = "*** Begin Patch\n*** Add File: %s\n+%s\n*** End Patch\n".formatted(file, lines);
    return new Uses("apply_patch", TextNode.valueOf(patch));
  }
}
