package dev.otto.activities.agent.claude;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.otto.activities.agent.model.Turn.Step.Uses;
import dev.otto.activities.agent.protocol.Tree;
import dev.otto.activities.agent.replay.Sh;
import dev.otto.activities.agent.replay.Tools;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// The tools of Claude Code. It changes no file that was not looked at before, and cuts blanks off
/// the ends of lines, so that texts with such are given to its shell.
public final class ClaudeTools implements Tools {
  private static final int LONGEST = 600_000;
  private static final Pattern BLANKS = Pattern.compile("[ \\t\\r]$", Pattern.MULTILINE);

  @Override
  public Uses shell(String command) {
    var input = Tree.object().put("command", command).put("description", "as the recipe says");
    return new Uses("Bash", input.put("timeout", LONGEST));
  }

  @Override
  public List<Uses> read(Path worktree, String file) {
    return List.of(new Uses("Read", at(worktree, file)));
  }

  @Override
  public List<Uses> write(Path worktree, String file, String text) {
    if (BLANKS.matcher(text).find()) {
      return List.of(shell(Sh.write(file, text)));
    }
    var write = new Uses("Write", at(worktree, file).put("content", text));
    return List.of(read(worktree, file).getFirst(), write);
  }

  @Override
  public List<Uses> edit(Path worktree, String file, String find, String replace) {
    if (BLANKS.matcher(find + "\n" + replace).find()) {
      return List.of(shell(Sh.edit(file, find, replace)));
    }
    var change = at(worktree, file).put("old_string", find).put("new_string", replace);
    return List.of(read(worktree, file).getFirst(), new Uses("Edit", change));
  }

  @Override
  public Optional<Uses> answer(JsonNode answer) {
    return Optional.of(new Uses("StructuredOutput", answer));
  }

  private static ObjectNode at(Path worktree, String file) {
    return Tree.object().put("file_path", worktree.resolve(file).toString());
  }
}
