package dev.otto.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.otto.cli.sample.ToldServer;
import dev.otto.cli.sample.Typed;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Trying a program of one's own as an agent.
class AgentCommandTest {
  @TempDir private Path home;
  private ToldServer server;

  @BeforeEach
  void serve() {
    server = ToldServer.in(home);
  }

  @AfterEach
  void end() {
    server.close();
  }

  @Test
  void every_rule_is_told_and_one_that_is_broken_is_exit_code_1() {
    finds(true);
    var well = Typed.at(home).line("agent", "check", "/bin/sh", "agent.sh");
    assertThat(well.exit()).isZero();
    assertThat(well.out()).isEqualTo("kept    started   It begins well.\n");
    assertThat(server.asked("POST", "agent-trials").getFirst().body())
        .isEqualTo("{\"command\":[\"/bin/sh\",\"agent.sh\"]}");

    finds(false);
    var badly = Typed.at(home).line("agent", "check", "/bin/sh");
    assertThat(badly.exit()).isEqualTo(1);
    assertThat(badly.out()).startsWith("broken  started");
  }

  @Test
  void what_is_no_program_is_not_tried() {
    var typed = Typed.at(home).line("agent", "check", "nothing-here");

    assertThat(typed.exit()).isEqualTo(2);
    assertThat(typed.err()).contains("nothing-here is no program");
    assertThat(Typed.at(home).line("agent", "chekc", "/bin/sh").exit()).isEqualTo(2);
    assertThat(server.asked()).isEmpty();
  }

  private void finds(boolean kept) {
    server.obeys(
        "agent-trials",
        Map.of(
            "findings",
            List.of(Map.of("rule", "started", "kept", kept, "sentence", "It begins well."))));
  }
}
