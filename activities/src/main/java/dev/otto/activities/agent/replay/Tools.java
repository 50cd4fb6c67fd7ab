package dev.otto.activities.agent.replay;

import com.fasterxml.jackson.databind.JsonNode;
import dev.otto.activities.agent.model.Turn.Step.Uses;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What a model can ask of one real agent: its tools, by their names and forms. What takes several
/// uses is a list of them, one after the other.
public interface Tools {
  /// Runs a command of the shell in the worktree.
  Uses shell(String command);

  List<Uses> read(Path worktree, String file);

  /// Writes the whole file.
  List<Uses> write(Path worktree, String file, String text);

  /// Replaces a text that is in the file exactly once.
  List<Uses> edit(Path worktree, String file, String find, String replace);

  /// The tool for a structured answer; without one it is the last message.
  Optional<Uses> answer(JsonNode answer);
}
