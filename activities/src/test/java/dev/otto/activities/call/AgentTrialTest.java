package dev.otto.activities.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.otto.activities.agent.plugged.Conformance.Finding;
import dev.otto.activities.process.ProcessStarter;
import dev.otto.activities.process.cell.CellSettings;
import dev.otto.activities.process.cell.Cells;
import dev.otto.activities.process.cell.Sandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whether a program keeps to `otto-agent/1`. Small shell scripts stand for the programs of others.
class AgentTrialTest {
  private static final ProcessStarter STARTER = new ProcessStarter();
  private static final String STARTED =
      "{\"type\":\"started\",\"protocol\":\"otto-agent/1\",\"conversation\":\"c\"}";
  private static final String FINISHED =
      "{\"type\":\"finished\",\"outcome\":\"succeeded\",\"structured\":{\"ready\":true}}";

  @TempDir private Path folder;

  @Test
  void a_program_that_keeps_to_it_keeps_every_rule() throws IOException {
    assertThat(tried("cat > prompt", says(STARTED), says(FINISHED)))
        .hasSize(5)
        .allMatch(Finding::kept);
  }

  @Test
  void what_it_breaks_is_named_and_nothing_else() throws IOException {
    assertThat(broken(says(FINISHED))).containsExactly("started");
    assertThat(broken(says(STARTED), says("Hello!"), says(FINISHED))).containsExactly("lines");
    assertThat(broken(says(STARTED), says(FINISHED), says(FINISHED))).containsExactly("finished");
    assertThat(broken(says(STARTED), says(FINISHED), "exit 3")).containsExactly("exit");
    assertThat(broken(says(STARTED), says(FINISHED.replace("true", "7"))))
        .containsExactly("answer");
    assertThat(broken(says(STARTED))).containsExactly("finished", "exit", "answer");
    assertThat(broken("exit 0")).containsExactly("started", "finished", "exit", "answer");
  }

  @Test
  void a_script_is_seen_by_the_program_that_reads_it() throws IOException {
    var script =
        Files.writeString(folder.resolve("agent.sh"), says(STARTED) + "\n" + says(FINISHED) + "\n");

    assertThat(trial().of(List.of("/bin/sh", script.toString()))).allMatch(Finding::kept);
  }

  @Test
  void it_is_told_the_form_of_the_answer_in_its_prompt() throws IOException {
    var answers =
        "if grep -q '\"ready\"'; then %s; else %s; fi"
            .formatted(says(FINISHED), says(FINISHED.replace("true", "7")));

    assertThat(broken(says(STARTED), answers)).isEmpty();
  }

  private List<String> broken(String... lines) throws IOException {
    return tried(lines).stream().filter(one -> !one.kept()).map(Finding::rule).toList();
  }

  private List<Finding> tried(String... lines) throws IOException {
    var program = folder.resolve("agent");
    Files.writeString(program, "#!/bin/sh\n" + String.join("\n", lines) + "\n");
    assertThat(program.toFile().setExecutable(true)).isTrue();
    return trial().of(List.of(program.toString()));
  }

  private AgentTrial trial() {
    var cells = Cells.on(STARTER, CellSettings.of(Sandbox.PREFERRED, folder.resolve("otto")));
    return new AgentTrial(cells, folder.resolve("otto/trials"));
  }

  private static String says(String line) {
    return "echo '%s'".formatted(line);
  }
}
