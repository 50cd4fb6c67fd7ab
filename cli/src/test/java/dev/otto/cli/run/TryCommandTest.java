package dev.otto.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.otto.cli.sample.SampleRun;
import dev.otto.cli.sample.ToldServer;
import dev.otto.cli.sample.Typed;
import dev.otto.model.audit.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A product is started for a person to try, in a clone of its own.
class TryCommandTest {
  @TempDir private Path home;
  @TempDir private Path portal;
  private ToldServer server;

  @BeforeEach
  void serve() throws Exception {
    server = ToldServer.in(home);
    server.shows(SampleRun.ended(Verdict.PASSED).in(portal.toString()).view());
    git("init", "-q", "-b", "main");
    Files.writeString(portal.resolve("README.md"), "Portal\n");
    git("add", "-A");
    git("commit", "-q", "-m", "base");
    git("branch", "otto/" + SampleRun.ID);
  }

  @AfterEach
  void end() {
    server.close();
  }

  @Test
  void it_is_prepared_filled_with_sample_data_and_started_on_the_port_that_was_said()
      throws IOException {
    says(
        List.of(List.of("sh", "-c", "echo setup > made.txt")),
        "echo data >> made.txt",
        "echo $PORT >> made.txt");

    var typed = Typed.at(home).line("try", "--port", "8123");

    assertThat(typed.exit()).as(typed.err()).isZero();
    assertThat(typed.out()).isEqualTo("http://127.0.0.1:8123/\n");
    assertThat(Files.readString(tried().resolve("made.txt"))).isEqualTo("setup\ndata\n8123\n");
    assertThat(tried().resolve("README.md")).isRegularFile();
    assertThat(portal.resolve("made.txt")).doesNotExist();
  }

  @Test
  void a_second_time_it_is_only_started() throws IOException {
    says(List.of(), "echo data >> made.txt", "echo started >> made.txt");

    Typed.at(home).line("try");
    Typed.at(home).line("try");

    assertThat(Files.readString(tried().resolve("made.txt"))).isEqualTo("data\nstarted\nstarted\n");
  }

  @Test
  void what_cannot_be_prepared_is_not_started_and_nothing_is_kept() {
    says(List.of(List.of("false")), "true", "echo started > made.txt");

    var typed = Typed.at(home).line("try");

    assertThat(typed.exit()).isEqualTo(2);
    assertThat(typed.err()).contains("This did not end well: false.").hasLineCount(1);
    assertThat(tried()).doesNotExist();
  }

  @Test
  void a_product_whose_sample_data_fails_is_started_without() throws IOException {
    says(List.of(), "false", "echo started > made.txt");

    var typed = Typed.at(home).line("try");

    assertThat(typed.exit()).isZero();
    assertThat(typed.err()).contains("There is no sample data of `sh -c false`.");
    assertThat(Files.readString(tried().resolve("made.txt"))).isEqualTo("started\n");
  }

  @Test
  void a_product_that_nothing_starts_is_refused() {
    server.answersText("runs/%s/spec".formatted(SampleRun.ID), "{}");

    assertThat(Typed.at(home).line("try").err()).contains("does not say how to start it");
  }

  @Test
  void a_run_without_an_audited_commit_is_refused() {
    server.shows(SampleRun.waiting().view());

    assertThat(Typed.at(home).line("try").err()).contains("has no audited commit");
  }

  private Path tried() {
    return home.resolve("tries").resolve(SampleRun.ID.value());
  }

  private void says(List<List<String>> setup, String fixture, String start) {
    server.answers(
        "runs/%s/spec".formatted(SampleRun.ID),
        Map.of(
            "setup",
            setup,
            "fixtures",
            List.of(Map.of("id", "data", "argv", List.of("sh", "-c", fixture))),
            "start",
            Map.of("argv", List.of("sh", "-c", start))));
  }

  private void git(String... words) throws Exception {
    var line =
        new ArrayList<>(List.of("git", "-c", "user.name=Ada", "-c", "user.email=ada@example.org"));
    line.addAll(List.of(words));
    assertThat(new ProcessBuilder(line).directory(portal.toFile()).start().waitFor()).isZero();
  }
}
