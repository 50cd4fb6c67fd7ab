package dev.otto.activities.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.otto.activities.agent.AgentEvent;
import dev.otto.activities.agent.Thinking;
import dev.otto.activities.agent.codex.CodexAdapter;
import dev.otto.activities.agent.protocol.EventLine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What people read of a call, whichever program spoke.
class SpokenTest {
  @TempDir private Path folder;

  @Test
  void lines_of_any_program_are_written_in_ottos_own_words_at_once() throws Exception {
    var codex = new CodexAdapter(Path.of("/opt/codex"), Thinking.with(Optional.empty()));
    try (var spoken = Spoken.in(folder.resolve("c1-1"))) {
      codex
          .parse(
              """
              {"type":"item.completed","item":{"id":"i","type":"agent_message","text":"It is done."}}
              """
                  .strip())
          .forEach(spoken::note);

      assertThat(Files.readAllLines(folder.resolve("c1-1/said.log")))
          .singleElement()
          .satisfies(line ->
              assertThat(EventLine.read(line)).isEqualTo(new AgentEvent.Message("It is done.")));
    }
  }

  @Test
  void after_its_end_nothing_is_written_and_nothing_breaks() throws Exception {
    var spoken = Spoken.in(folder);
    spoken.close();

    spoken.note(new AgentEvent.Message("too late"));

    assertThat(folder.resolve("said.log")).isEmptyFile();
  }
}
