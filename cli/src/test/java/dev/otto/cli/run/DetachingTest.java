package dev.otto.cli.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.otto.cli.Main;
import dev.otto.cli.sample.SampleRun;
import dev.otto.cli.sample.ToldServer;
import dev.otto.model.audit.Verdict;
import dev.otto.model.run.Phase;
import dev.otto.model.run.RunEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Following a run in a process of its own: Ctrl-C, pipes and real terminals.
class DetachingTest {
  private static final String DETACHED =
      "Run %1$s goes on. Follow it again: otto watch %1$s, end it: otto abort %1$s\n"
          .formatted(SampleRun.ID);

  @TempDir private Path home;
  @TempDir private Path said;
  private ToldServer server;

  @BeforeEach
  void serve() {
    server = ToldServer.in(home);
    server.shows(SampleRun.working(Phase.BUILD).group("api", "building", 1).view());
  }

  @AfterEach
  void end() {
    server.close();
  }

  @Test
  void ctrl_c_detaches_and_says_how_to_get_back() throws Exception {
    var process = started(otto("watch"));
    await().until(() -> server.listeners() == 1);

    new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();

    assertThat(process.waitFor()).isEqualTo(130);
    assertThat(Files.readString(said.resolve("err"))).isEqualTo("\n" + DETACHED);
    assertThat(server.asked()).noneMatch(asked -> asked.method().equals("POST"));
  }

  @Test
  void in_a_pipe_there_is_no_escape_sequence() throws Exception {
    var process = started(otto("watch"));
    await().until(() -> server.listeners() == 1);
    ends();

    assertThat(process.waitFor()).isZero();
    assertThat(Files.readString(said.resolve("out"))).doesNotContain("\033").contains("passed");
  }

  @Test
  void a_real_terminal_is_drawn_on_in_its_width_and_colours() throws Exception {
    var process =
        started(terminal("stty cols 60 rows 20; exec " + String.join(" ", otto("watch"))));
    await().until(() -> server.listeners() == 1);
    ends();
    process.waitFor();

    var drawn = Files.readString(said.resolve("out"));
    assertThat(drawn).contains("\033[?25l").contains("\033[36mbuilding");
    // The state ends in the last but one of 60 columns.
    assertThat(drawn.lines().filter(line -> line.contains(SampleRun.ID.value())).findFirst())
        .hasValueSatisfying(
            line -> assertThat(line.replaceAll("\033\\[[0-9?;]*[A-Za-z]|\r", "")).hasSize(59));
  }

  @Test
  void colours_can_be_refused() throws Exception {
    var process = started(terminal("NO_COLOR=1 exec " + String.join(" ", otto("show"))));
    process.waitFor();

    assertThat(Files.readString(said.resolve("out")))
        .contains("Expense approval portal")
        .doesNotContain("\033[1m");
  }

  @Test
  void a_dumb_terminal_gets_plain_lines() throws Exception {
    var process = started(terminal("TERM=dumb exec " + String.join(" ", otto("watch"))));
    await().until(() -> server.listeners() == 1);
    ends();
    process.waitFor();

    assertThat(Files.readString(said.resolve("out"))).doesNotContain("\033").contains("passed");
  }

  private void ends() {
    server.ends(
        SampleRun.ended(Verdict.PASSED).view(),
        SampleRun.news(9, 102, new RunEvent.Ended(Verdict.PASSED, "proven", SampleRun.SPEC)));
  }

  private static List<String> otto(String... words) {
    var command =
        new ArrayList<>(
            List.of(
                System.getProperty("java.home") + "/bin/java",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
    command.addAll(List.of(words));
    return command;
  }

  /// The command behind a terminal of its own, which `script` makes.
  private static List<String> terminal(String command) {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/script")), "NOT PROVEN: script is missing");
    return List.of("script", "-qefc", command, "/dev/null");
  }

  private Process started(List<String> command) throws IOException {
    var builder = new ProcessBuilder(command);
    builder.environment().put("OTTO_HOME", home.toString());
    builder.environment().put("TERM", "xterm-256color");
    builder.environment().keySet().removeAll(List.of("NO_COLOR", "COLUMNS", "LINES"));
    return builder
        .redirectOutput(said.resolve("out").toFile())
        .redirectError(said.resolve("err").toFile())
        .start();
  }
}
