package dev.otto.cli.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.otto.cli.sample.SampleRun;
import dev.otto.cli.sample.ToldServer;
import dev.otto.cli.sample.Typed;
import dev.otto.model.audit.Verdict;
import dev.otto.model.json.Json;
import dev.otto.model.run.NewRun;
import dev.otto.model.run.Phase;
import dev.otto.model.run.RunEvent;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The demo: a repository is asked for, a run is started in it, followed, and its end told.
class DemoCommandTest {
  private static final Duration PATIENT = Duration.ofSeconds(60);
  private static final String RECIPE = "/home/me/.otto/demos/recipe/demo.yaml";

  @TempDir private Path home;
  @TempDir private Path folder;
  private ToldServer server;

  @BeforeEach
  void serve() {
    server = ToldServer.in(home);
    server.obeys(
        "demo",
        Map.of("folder", "/home/me/portal", "intent", "expense approval portal", "recipe", RECIPE));
    ends(SampleRun.ended(Verdict.PASSED));
  }

  @AfterEach
  void end() {
    server.close();
  }

  @Test
  void a_run_is_started_in_the_repository_that_the_server_made_with_its_recipe() {
    demo();

    assertThat(server.asked("POST", "demo").getFirst().body()).isEqualTo("{}");
    assertThat(asked())
        .isEqualTo(
            new NewRun(
                "/home/me/portal",
                "expense approval portal",
                Optional.empty(),
                "scripted",
                Optional.of(RECIPE),
                Optional.of(false),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
  }

  @Test
  void the_repository_can_be_wanted_elsewhere_as_seen_from_where_it_was_typed() {
    demo("--dir", "portal");

    assertThat(server.asked("POST", "demo").getFirst().body())
        .isEqualTo(Json.text(Map.of("dir", folder.resolve("portal").toString())));
  }

  @Test
  void a_real_agent_can_play_it() {
    demo("--replay-through", "codex");

    assertThat(server.asked("POST", "demo").getFirst().body())
        .isEqualTo(Json.text(Map.of("through", "codex")));
    assertThat(asked().provider()).contains("codex");
    assertThat(asked().recipe()).contains(RECIPE);
  }

  @Test
  void a_gate_can_be_wanted() {
    demo("--review-gate");

    assertThat(asked().reviewGate()).contains(true);
  }

  @Test
  void it_is_followed_to_its_end() {
    server.obeys("runs", SampleRun.working(Phase.COMPILE).view());
    server.shows(SampleRun.working(Phase.BUILD).view());
    var typed = Typed.at(home).in(folder);
    var demo =
        CompletableFuture.supplyAsync(
            () -> typed.line("demo"), task -> Thread.ofVirtual().start(task));
    await().atMost(PATIENT).until(() -> server.listeners() == 1);

    server.ends(
        SampleRun.ended(Verdict.PASSED).view(),
        SampleRun.news(9, 102, new RunEvent.Ended(Verdict.PASSED, "proven", SampleRun.SPEC)));

    assertThat(demo.join().exit()).isZero();
    assertThat(demo.join().out()).contains("ended: passed, proven");
  }

  @Test
  void its_last_lines_tell_where_the_proof_is_how_to_land_it_and_that_no_model_was_called() {
    assertThat(demo().out())
        .containsSubsequence(
            "passed: everything is proven",
            "proof ",
            "proof-packet.html",
            "get it ",
            "git clone -q -b otto/" + SampleRun.ID,
            "land it ",
            "otto land " + SampleRun.ID,
            "No model was called: the scripted agent played " + RECIPE);
  }

  @ParameterizedTest
  @CsvSource({"PASSED,0", "PARTIAL,1", "FAILED,1", "BLOCKED,1", "ABORTED,1"})
  void the_exit_code_tells_the_verdict(Verdict verdict, int exit) {
    ends(SampleRun.ended(verdict));

    assertThat(demo().exit()).isEqualTo(exit);
    assertThat(demo("--json").exit()).isEqualTo(exit);
  }

  @Test
  void for_a_program_the_last_line_has_stable_keys() throws Exception {
    server.answers("runs/" + SampleRun.ID + "/proof", Map.of("criticalPathMs", 81_500));

    var typed = demo("--json");
    var result = Json.strict().readTree(typed.lines().getLast());

    assertThat(typed.out()).hasLineCount(1);
    assertThat(result.fieldNames())
        .toIterable()
        .contains(
            "run", "verdict", "repository", "commit", "tree", "proof", "wallMs", "criticalPathMs");
    assertThat(result.get("verdict").asText()).isEqualTo("passed");
    assertThat(result.get("commit").asText()).isEqualTo(SampleRun.COMMIT.hex());
    assertThat(result.get("criticalPathMs").asLong()).isEqualTo(81_500);
  }

  @Test
  void a_folder_that_cannot_be_used_is_refused_in_the_words_of_the_server_and_nothing_runs() {
    server.refuses(
        "POST demo", 409, "demo-folder", "/x is not empty.", "Name another folder with --dir.");

    var typed = demo("--dir", "/x");

    assertThat(typed.exit()).isEqualTo(2);
    assertThat(typed.out()).isEmpty();
    assertThat(typed.err()).isEqualTo("otto: /x is not empty. Name another folder with --dir.\n");
    assertThat(server.asked("POST", "runs")).isEmpty();
  }

  @Test
  void wrong_words_are_refused_before_anything_is_made() {
    var typed = demo("--review-gat");

    assertThat(typed.exit()).isEqualTo(2);
    assertThat(typed.err()).contains("--review-gate").hasLineCount(1);
    assertThat(server.asked()).isEmpty();
  }

  private Typed demo(String... options) {
    var words = new String[options.length + 1];
    words[0] = "demo";
    System.arraycopy(options, 0, words, 1, options.length);
    return Typed.at(home).in(folder).line(words);
  }

  private NewRun asked() {
    return Json.value(server.asked("POST", "runs").getFirst().body(), NewRun.class);
  }

  private void ends(SampleRun run) {
    server.obeys("runs", run.view()).shows(run.view());
  }
}
