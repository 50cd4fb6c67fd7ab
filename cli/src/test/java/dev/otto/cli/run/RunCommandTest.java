package dev.otto.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.otto.cli.sample.SampleRun;
import dev.otto.cli.sample.ToldServer;
import dev.otto.cli.sample.Typed;
import dev.otto.model.audit.Verdict;
import dev.otto.model.json.Json;
import dev.otto.model.run.NewRun;
import dev.otto.model.run.Phase;
import dev.otto.model.settings.AgentChoice;
import dev.otto.model.settings.AgentWish;
import dev.otto.model.settings.AgentWishes;
import dev.otto.model.settings.Agents;
import dev.otto.model.settings.Effort;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Asking for a run, and what scripts get at its end.
class RunCommandTest {
  @TempDir private Path home;
  @TempDir private Path repository;
  private ToldServer server;

  @BeforeEach
  void serve() throws IOException {
    server = ToldServer.in(home);
    Files.writeString(repository.resolve("recipe.yaml"), "steps: []\n");
    ends(SampleRun.ended(Verdict.PASSED));
  }

  @AfterEach
  void end() {
    server.close();
  }

  @Test
  void everything_that_was_typed_reaches_the_api_once_under_a_key() {
    typed(
        "run",
        "--provider",
        "scripted",
        "--recipe",
        "recipe.yaml",
        "--review-gate",
        "--json",
        "--gate-timeout",
        "2h",
        "--budget",
        "60m",
        "--max-attempts",
        "2",
        "--max-rounds=1",
        "--call-timeout",
        "90",
        "--idle-timeout",
        "1m30s",
        "build a shop");

    var asked = server.asked("POST", "runs").getFirst();
    assertThat(Json.value(asked.body(), NewRun.class))
        .isEqualTo(
            new NewRun(
                repository.toString(),
                "build a shop",
                Optional.empty(),
                "scripted",
                Optional.of(repository.resolve("recipe.yaml").toString()),
                Optional.of(true),
                Optional.of(7_200L),
                Optional.of(2),
                Optional.of(1),
                Optional.of(3_600L),
                Optional.of(90L),
                Optional.of(90L)));
    assertThat(asked.token()).isEqualTo("Bearer " + ToldServer.TOKEN);
    assertThat(asked.user()).isEqualTo(System.getProperty("user.name"));
    assertThat(asked.key()).hasSizeGreaterThan(20);
  }

  @Test
  void a_spec_is_sent_as_it_is_written_and_its_title_stands_in_for_the_intent() throws IOException {
    Files.writeString(repository.resolve("spec.json"), "{\"title\": \"A shop\"}\n");

    typed("run", "--provider", "scripted", "--from-spec", "spec.json", "--json");

    var sent = Json.value(server.asked("POST", "runs").getFirst().body(), NewRun.class);
    assertThat(sent.spec()).contains("{\"title\": \"A shop\"}\n");
    assertThat(sent.intent()).isEqualTo("A shop");
  }

  @ParameterizedTest
  @CsvSource({"PASSED,0", "PARTIAL,1", "FAILED,1", "BLOCKED,1", "ABORTED,1"})
  void the_exit_code_tells_the_verdict(Verdict verdict, int exit) {
    ends(SampleRun.ended(verdict));

    assertThat(typed("run", "--provider", "scripted", "x").exit()).isEqualTo(exit);
  }

  @Test
  void for_a_program_stdout_is_one_line_and_people_are_told_on_stderr() throws IOException {
    server.answers("runs/" + SampleRun.ID + "/proof", Map.of("criticalPathMs", 81_500));

    var typed = typed("run", "--provider", "scripted", "--json", "x");

    assertThat(typed.out())
        .isEqualTo(
            """
            {"run":"2026-11-21-090312-a1b2c3","verdict":"passed","state":"ended",\
            "repository":"/home/me/portal","commit":"%s","tree":"%s",\
            "proof":"/home/me/portal/otto_logs/sessions/2026-11-21-090312-a1b2c3/proof-packet.html",\
            "wallMs":102000,"criticalPathMs":81500}
            """
                .formatted(SampleRun.COMMIT, SampleRun.TREE));
  }

  @Test
  void what_is_not_known_is_null_for_a_program() throws IOException {
    ends(SampleRun.ended(Verdict.ABORTED).withoutCommit().withoutProof());

    var result = json(typed("run", "--provider", "scripted", "--json", "x"));

    for (var name : new String[] {"commit", "tree", "proof", "criticalPathMs"}) {
      assertThat(result.has(name)).isTrue();
      assertThat(result.get(name).isNull()).as(name).isTrue();
    }
  }

  @Test
  void the_last_lines_say_verdict_proof_and_how_to_try_and_land_the_product() {
    server.answers(
        "runs/" + SampleRun.ID + "/spec",
        Map.of(
            "setup",
            new String[][] {{"npm", "ci"}},
            "start",
            Map.of("argv", new String[] {"python3", "my app.py"})));

    var typed = typed("run", "--provider", "scripted", "x");

    assertThat(typed.out())
        .isEqualTo(
            """
            passed: everything is proven after 1:42
              proof    /home/me/portal/otto_logs/sessions/2026-11-21-090312-a1b2c3/proof-packet.html
              product  branch otto/2026-11-21-090312-a1b2c3, commit c0ffee00c0
              try it   otto try 2026-11-21-090312-a1b2c3
              land it  otto land 2026-11-21-090312-a1b2c3
              details  otto show 2026-11-21-090312-a1b2c3
            """);
  }

  @Test
  void a_product_that_is_not_started_can_still_be_had_and_what_has_landed_is_not_landed_again() {
    ends(SampleRun.ended(Verdict.PASSED).landed("main"));

    assertThat(typed("run", "--provider", "scripted", "x").lines())
        .containsSequence(
            "  product  branch otto/2026-11-21-090312-a1b2c3, commit c0ffee00c0",
            "  get it   git clone -q -b otto/2026-11-21-090312-a1b2c3 /home/me/portal"
                + " /tmp/otto-2026-11-21-090312-a1b2c3 && cd /tmp/otto-2026-11-21-090312-a1b2c3",
            "  landed   on main",
            "  details  otto show 2026-11-21-090312-a1b2c3");
  }

  @Test
  void a_run_that_made_nothing_says_no_word_of_a_product() {
    ends(SampleRun.ended(Verdict.BLOCKED).withoutCommit());

    assertThat(typed("run", "--provider", "scripted", "x").out())
        .contains("  proof    /home/me/portal/otto_logs")
        .doesNotContain("product", "land");
  }

  @Test
  void a_detached_run_is_only_started() {
    server.obeys("runs", SampleRun.working(Phase.COMPILE).view());

    var typed = typed("run", "--provider", "scripted", "--detach", "x");

    assertThat(typed.exit()).isZero();
    assertThat(typed.out()).isEqualTo(SampleRun.ID + "\n");
    assertThat(typed.err()).contains("otto watch " + SampleRun.ID);
    assertThat(server.asked("GET", "events")).isEmpty();
  }

  @Test
  void without_a_provider_the_server_decides_and_its_choice_is_said() {
    ends(
        SampleRun.ended(Verdict.PASSED)
            .thinks(
                Agents.all(
                    new AgentChoice(
                        "claude",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of("the only one that is signed in")))));

    var typed = typed("run", "--detach", "build a shop");

    assertThat(typed.err()).contains("Uses claude: the only one that is signed in.");
    assertThat(asked().provider()).isEmpty();
    assertThat(asked().agents()).isEmpty();
  }

  @Test
  void each_role_can_have_its_own_and_the_environment_counts_less_than_what_is_typed() {
    Typed.at(home)
        .in(repository)
        .with("OTTO_PROVIDER", "codex")
        .with("OTTO_AUDIT_EFFORT", "low")
        .with("OTTO_MAX_TURNS", "30")
        .line(
            "run",
            "--provider",
            "claude",
            "--effort=high",
            "--build-provider",
            "codex",
            "--build-model",
            "gpt-5.5",
            "--certifier-effort",
            "max",
            "--detach",
            "x");

    assertThat(asked().provider()).contains("claude");
    assertThat(asked().agents())
        .contains(
            new AgentWishes(
                new AgentWish(Optional.empty(), Optional.empty(), Optional.of(Effort.HIGH)),
                AgentWish.NONE,
                new AgentWish(Optional.of("codex"), Optional.of("gpt-5.5"), Optional.empty()),
                new AgentWish(Optional.of("claude"), Optional.empty(), Optional.of(Effort.MAX)),
                AgentWish.NONE,
                Optional.of(30)));
  }

  @Test
  void an_effort_that_is_none_is_refused_before_anything_is_asked() {
    var typed = typed("run", "--fix-effort", "huge", "x");

    assertThat(typed.exit()).isEqualTo(2);
    assertThat(typed.err()).contains("'huge' is no effort").hasLineCount(1);
    assertThat(server.asked()).isEmpty();
  }

  @Test
  void a_recipe_that_is_not_there_is_refused_before_anything_is_asked() {
    var typed = typed("run", "--provider", "scripted", "--recipe", "none.yaml", "x");

    assertThat(typed.exit()).isEqualTo(2);
    assertThat(typed.err()).contains(repository.resolve("none.yaml") + " cannot be read");
    assertThat(server.asked()).isEmpty();
  }

  @Test
  void a_gate_that_is_both_wanted_and_not_is_refused() {
    var typed = typed("run", "--review-gate", "--auto-approve", "x");

    assertThat(typed.exit()).isEqualTo(2);
    assertThat(typed.err()).contains("exclude each other").hasLineCount(1);
  }

  @Test
  void a_refusal_of_the_server_is_its_sentence_and_next_step() throws IOException {
    server.refuses(
        "POST runs", 422, "not-a-repository", "It is no repository.", "Type `git init`.");

    var typed = typed("run", "--provider", "scripted", "--json", "x");

    assertThat(typed.exit()).isEqualTo(2);
    assertThat(typed.err()).isEqualTo("otto: It is no repository. Type `git init`.\n");
    assertThat(json(typed).get("code").asText()).isEqualTo("not-a-repository");
    assertThat(json(typed).get("requestId").asText()).isEqualTo("r-1");
  }

  private NewRun asked() {
    return Json.value(server.asked("POST", "runs").getFirst().body(), NewRun.class);
  }

  private void ends(SampleRun run) {
    server.obeys("runs", run.view()).shows(run.view());
  }

  private Typed typed(String... words) {
    return Typed.at(home).in(repository).line(words);
  }

  private static JsonNode json(Typed typed) throws IOException {
    return Json.strict().readTree(typed.out());
  }
}
