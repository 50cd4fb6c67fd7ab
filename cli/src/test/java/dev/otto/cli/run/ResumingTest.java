package dev.otto.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.otto.cli.sample.SampleRun;
import dev.otto.cli.sample.ToldServer;
import dev.otto.cli.sample.Typed;
import dev.otto.model.audit.Verdict;
import dev.otto.model.json.Json;
import dev.otto.model.run.NewRun;
import dev.otto.model.run.Phase;
import dev.otto.model.run.RunsPage;
import dev.otto.model.settings.ProjectKind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// `otto run` that builds nothing yet, and `otto run --resume`.
class ResumingTest {
  private static final String OTHER = "2026-11-21-090313-a1b2c3";

  @TempDir private Path home;
  @TempDir private Path portal;
  private ToldServer server;

  @BeforeEach
  void serve() {
    server = ToldServer.in(home);
    server.obeys("runs/" + SampleRun.ID + "/resume", ended());
    server.obeys("runs/" + SampleRun.ID + "/approve", ended());
  }

  @AfterEach
  void end() {
    server.close();
  }

  @Test
  void a_run_that_builds_nothing_is_followed_to_its_spec_and_tells_how_to_go_on() {
    var waiting = SampleRun.waiting().group("web", "resting", 0);
    server.obeys("runs", waiting.view()).shows(waiting.view());

    var typed = typed("run", "--no-build", "--project-kind", "web", "a portal");

    assertThat(typed.exit()).isZero();
    assertThat(typed.lines())
        .containsExactly(
            "spec ready: Expense approval portal (1 group)",
            "  look at it  otto show " + SampleRun.ID,
            "  change it   otto edit " + SampleRun.ID,
            "  build it    otto run --resume %s --auto-approve".formatted(SampleRun.ID),
            "  leave it    otto reject " + SampleRun.ID);
    var asked = Json.value(server.asked("POST", "runs").getFirst().body(), NewRun.class);
    assertThat(asked.reviewGate()).contains(true);
    assertThat(asked.gateSeconds()).contains(NewRun.MOST_SECONDS);
    assertThat(asked.projectKind()).contains(ProjectKind.WEBAPP);
  }

  @Test
  void the_only_run_that_stands_still_here_goes_on() {
    lists(paused(SampleRun.ID.value()), SampleRun.ended(Verdict.PASSED).named(OTHER));
    server.shows(paused(SampleRun.ID.value()).view());

    assertThat(typed("run", "--resume", "--detach").exit()).isZero();
    assertThat(server.asked("POST", "runs/" + SampleRun.ID + "/resume")).hasSize(1);
  }

  @Test
  void of_several_none_goes_on_and_all_are_named() {
    lists(paused(SampleRun.ID.value()), paused(OTHER));

    var typed = typed("run", "--resume");

    assertThat(typed.exit()).isEqualTo(2);
    assertThat(typed.err())
        .isEqualTo(
            "otto: 2 runs of this repository stand still: %s, %s. Name one: `otto run --resume %1$s`.\n"
                .formatted(SampleRun.ID, OTHER));
  }

  @Test
  void where_nothing_stands_still_that_is_said() {
    lists(SampleRun.ended(Verdict.PASSED));

    assertThat(typed("run", "--resume").err()).contains("No run of this repository stands still.");
  }

  @Test
  void runs_of_other_repositories_are_not_meant() {
    lists(paused(SampleRun.ID.value()));

    var typed = Typed.at(home).in(home).line("run", "--resume");

    assertThat(typed.err()).contains("No run of this repository stands still.");
  }

  @Test
  void a_run_that_waits_goes_on_only_if_it_is_approved_with_it() {
    server.shows(SampleRun.waiting().view());

    var unsaid = typed("run", "--resume", SampleRun.ID.value());
    var said = typed("run", "--resume", SampleRun.ID.value(), "--auto-approve", "--detach");

    assertThat(unsaid.exit()).isEqualTo(2);
    assertThat(unsaid.err()).contains("waits for your approval");
    assertThat(said.exit()).isZero();
    assertThat(server.asked("POST", "runs/" + SampleRun.ID + "/approve").getFirst().body())
        .contains(SampleRun.SPEC.hex());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"--from-spec=a", "--no-build", "--review-gate", "--budget=1m", "--file=x", "-- x"})
  void what_is_for_new_runs_is_refused(String more) {
    var line = new ArrayList<>(List.of("run", "--resume", SampleRun.ID.value()));
    line.addAll(List.of(more.split(" ")));

    var typed = typed(line.toArray(String[]::new));

    assertThat(typed.exit()).isEqualTo(2);
    assertThat(typed.err()).contains("--resume").hasLineCount(1);
    assertThat(server.asked("POST", "runs/" + SampleRun.ID + "/resume")).isEmpty();
  }

  @Test
  void nobody_approves_what_shall_not_be_built() {
    assertThat(typed("run", "--no-build", "--auto-approve", "x").err())
        .contains("--no-build and --auto-approve exclude each other.");
  }

  @Test
  void an_unknown_kind_of_product_is_refused_with_those_there_are() {
    assertThat(typed("run", "--project-kind", "game", "x").err())
        .contains("'game' is none of webapp, cli, library, api, service.");
  }

  private static SampleRun paused(String id) {
    return SampleRun.working(Phase.BUILD).named(id).paused("paused by ada");
  }

  private static Object ended() {
    return SampleRun.ended(Verdict.PASSED).view();
  }

  private void lists(SampleRun... runs) {
    var lines = Stream.of(runs).map(run -> run.in(portal.toString()).line()).toList();
    server.answers("runs?limit=100", new RunsPage(lines, Optional.empty()));
  }

  /// Typed in the folder of the sample run.
  private Typed typed(String... words) {
    return Typed.at(home).in(portal).line(words);
  }
}
