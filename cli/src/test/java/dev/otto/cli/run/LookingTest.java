package dev.otto.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.otto.cli.sample.SampleRun;
import dev.otto.cli.sample.ToldServer;
import dev.otto.cli.sample.Typed;
import dev.otto.model.audit.Verdict;
import dev.otto.model.host.HostFacts.Fact;
import dev.otto.model.host.HostFacts.Health;
import dev.otto.model.json.Json;
import dev.otto.model.run.Phase;
import dev.otto.model.run.RunLine;
import dev.otto.model.run.RunView;
import dev.otto.model.run.RunsPage;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Looking at runs: pages for people, JSON for programs.
class LookingTest {
  private static final RunLine WORKING = SampleRun.working(Phase.BUILD).line();
  private static final RunLine WAITING =
      SampleRun.waiting().named("2026-11-21-080000-000002").line();
  private static final RunLine PASSED =
      SampleRun.ended(Verdict.PASSED).named("2026-11-20-180000-000001").line();

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
  void runs_are_an_array_for_programs_newest_first() throws Exception {
    server.answers("runs?limit=20", new RunsPage(List.of(WORKING, PASSED), Optional.empty()));

    var runs = Json.strict().readTree(Typed.at(home).line("runs", "--json").out());

    assertThat(runs.isArray()).isTrue();
    assertThat(Json.own().convertValue(runs, RunLine[].class)).containsExactly(WORKING, PASSED);
  }

  /// W-60
  @Test
  void all_runs_are_fetched_page_by_page() {
    server.answers("runs?limit=100", new RunsPage(List.of(WORKING), Optional.of(WORKING.run())));
    server.answers(
        "runs?limit=100&before=" + WORKING.run(), new RunsPage(List.of(PASSED), Optional.empty()));

    assertThat(Typed.at(home).line("runs", "--all").lines()).hasSize(2);
  }

  @Test
  void the_history_holds_what_has_ended() {
    server.answers("runs?limit=20", new RunsPage(List.of(WORKING, PASSED), Optional.empty()));

    assertThat(Typed.at(home).line("history").lines())
        .singleElement()
        .asString()
        .startsWith(PASSED.run().value());
  }

  @Test
  void otto_alone_is_the_status_and_tells_once_what_is_new() {
    server.answers(
        "runs?limit=100", new RunsPage(List.of(WORKING, WAITING, PASSED), Optional.empty()));
    server.shows(SampleRun.waiting().named(WAITING.run().value()).view());
    server.shows(SampleRun.ended(Verdict.PASSED).named(PASSED.run().value()).view());

    var first = Typed.at(home).line();
    var second = Typed.at(home).line("status");

    assertThat(first.exit()).isZero();
    assertThat(first.lines().getFirst())
        .isEqualTo("1 run needs you. 1 run goes on. 1 finished since you last looked.");
    assertThat(first.out()).contains("otto approve " + WAITING.run());
    assertThat(second.lines().getFirst()).isEqualTo("1 run needs you. 1 run goes on.");
    assertThat(second.out()).contains("Finished").contains("otto land " + PASSED.run());
  }

  @Test
  void what_is_away_is_the_first_line_of_the_status() throws Exception {
    server.answers("runs?limit=100", new RunsPage(List.of(), Optional.empty()));
    server.answers(
        "server",
        server.troubled(
            new Fact("engine", Health.BROKEN, "The engine is away.", "Runs stand still.")));

    assertThat(Typed.at(home).line("status").lines().getFirst())
        .isEqualTo("The engine is away. Runs stand still.");
    assertThat(
            Json.strict()
                .readTree(Typed.at(home).line("status", "--json").out())
                .at("/trouble/0/name")
                .asText())
        .isEqualTo("engine");
  }

  @Test
  void the_status_for_programs_changes_nothing() throws Exception {
    server.answers(
        "runs?limit=100", new RunsPage(List.of(WORKING, WAITING, PASSED), Optional.empty()));

    var status = Json.strict().readTree(Typed.at(home).line("--json").out());

    assertThat(status.at("/needsYou/0/run").asText()).isEqualTo(WAITING.run().value());
    assertThat(status.at("/running/0/run").asText()).isEqualTo(WORKING.run().value());
    assertThat(status.at("/finished/0/run").asText()).isEqualTo(PASSED.run().value());
    assertThat(home.resolve("last-look")).doesNotExist();
  }

  @Test
  void one_run_is_shown_to_programs_as_the_api_shows_it() throws Exception {
    var run = SampleRun.working(Phase.BUILD).group("api", "building", 1).view();
    server.answers("runs/2026-11", run);

    var typed = Typed.at(home).line("show", "2026-11", "--json");

    assertThat(Json.own().readValue(typed.out(), RunView.class)).isEqualTo(run);
    assertThat(Json.own().readTree(typed.out()).fieldNames())
        .toIterable()
        .contains("run", "state", "groups", "clauses", "actions", "usage");
  }

  @Test
  void a_run_that_is_not_there_is_told_in_the_words_of_the_server() {
    server.refuses(
        "GET runs/2025", 404, "no-such-run", "There is no run 2025.", "See `otto runs`.");

    var typed = Typed.at(home).line("show", "2025");

    assertThat(typed.exit()).isEqualTo(2);
    assertThat(typed.err()).isEqualTo("otto: There is no run 2025. See `otto runs`.\n");
  }

  @Test
  void a_name_is_no_path() {
    var typed = Typed.at(home).line("show", "../server");

    assertThat(typed.exit()).isEqualTo(2);
    assertThat(server.asked().getLast().path()).isEqualTo("runs/..%2Fserver");
  }

  @Test
  void a_diff_in_a_pipe_is_byte_for_byte_the_patch() {
    var patch = "diff --git a/x b/x\n+one\r\n-two\n\\ No newline at end of file";
    server.shows(SampleRun.ended(Verdict.PASSED).view());
    server.answersText("runs/" + SampleRun.ID + "/diff", patch);

    assertThat(Typed.at(home).line("diff").out()).isEqualTo(patch);
  }

  @Test
  void a_diff_on_a_terminal_cannot_steer_it() {
    server.shows(SampleRun.ended(Verdict.PASSED).view());
    server.answersText("runs/" + SampleRun.ID + "/diff", "+\033[2Jgone\n");

    assertThat(Typed.at(home).onTerminal().line("diff").out()).isEqualTo("+\uFFFD[2Jgone\n");
  }

  @Test
  void a_diff_is_an_object_for_programs() throws Exception {
    server.shows(SampleRun.ended(Verdict.PASSED).view());
    server.answersText("runs/" + SampleRun.ID + "/diff", "+one\n");

    var diff = Json.strict().readTree(Typed.at(home).line("diff", "--json").out());

    assertThat(diff)
        .isEqualTo(Json.own().valueToTree(Map.of("run", SampleRun.ID, "diff", "+one\n")));
  }
}
