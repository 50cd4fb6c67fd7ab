package dev.otto.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.otto.cli.sample.SampleRun;
import dev.otto.cli.sample.ToldServer;
import dev.otto.cli.sample.Typed;
import dev.otto.model.GroupId;
import dev.otto.model.call.DeskView;
import dev.otto.model.run.Phase;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Looking over the shoulder of an agent.
class OpenCommandTest {
  @TempDir private Path home;
  private ToldServer server;

  @BeforeEach
  void serve() {
    server = ToldServer.in(home);
    server.answers(
        "runs/" + SampleRun.ID + "/groups/api/desk",
        new DeskView(
            new GroupId("api"),
            home.toString(),
            true,
            "claude",
            Optional.of("claude --resume '/otto/home/7.jsonl'")));
  }

  @AfterEach
  void end() {
    server.close();
  }

  @Test
  void the_only_group_needs_no_name_and_its_folder_and_conversation_are_printed() {
    server.shows(SampleRun.working(Phase.BUILD).group("api", "calling", 1).view());

    var typed = Typed.at(home).line("open");

    assertThat(typed.exit()).isZero();
    assertThat(typed.lines())
        .containsExactly(
            home.toString(), "continue the conversation:  claude --resume '/otto/home/7.jsonl'");
    assertThat(typed.err()).contains("An agent works there now");
  }

  @Test
  void of_several_groups_one_has_to_be_named() {
    server.shows(
        SampleRun.working(Phase.BUILD)
            .group("api", "calling", 1)
            .group("mail", "calling", 1)
            .view());

    assertThat(Typed.at(home).line("open").err()).contains("Name a group with --group: api, mail.");
    assertThat(Typed.at(home).line("open", "latest", "--group", "api", "--print").exit()).isZero();
  }

  @Test
  void on_a_terminal_a_shell_is_opened_there() throws Exception {
    server.shows(SampleRun.working(Phase.BUILD).group("api", "calling", 1).view());
    var note = home.resolve("opened");
    var shell =
        java.nio.file.Files.writeString(
            home.resolve("shell"), "#!/bin/sh\npwd > '%s'\n".formatted(note));
    assertThat(shell.toFile().setExecutable(true)).isTrue();

    Typed.at(home).onTerminal().with("SHELL", shell.toString()).line("open");

    assertThat(note).hasContent(home.toRealPath().toString());
  }
}
