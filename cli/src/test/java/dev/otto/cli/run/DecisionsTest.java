package dev.otto.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.otto.cli.sample.SampleRun;
import dev.otto.cli.sample.ToldServer;
import dev.otto.cli.sample.Typed;
import dev.otto.model.audit.Verdict;
import dev.otto.model.json.Json;
import dev.otto.model.run.Phase;
import dev.otto.model.run.RunView;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Deciding about a run: what is sent names what the person looked at.
class DecisionsTest {
  private static final String RUN = "runs/" + SampleRun.ID;

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
  void an_approval_names_the_spec_that_the_run_shows() {
    server.shows(SampleRun.waiting().view());
    obeys("approve", SampleRun.working(Phase.PREPARE).view());

    var typed = Typed.at(home).line("approve", "latest");

    assertThat(typed.exit()).isZero();
    assertThat(sent("approve")).isEqualTo("{\"spec\":\"%s\"}".formatted(SampleRun.SPEC));
    assertThat(typed.out())
        .contains(
            "Approved: Expense approval portal, spec " + SampleRun.SPEC.hex().substring(0, 12))
        .contains("otto watch " + SampleRun.ID);
  }

  @Test
  void a_stale_approval_is_refused_in_the_words_of_the_server() {
    server.shows(SampleRun.waiting().view());
    server.refuses(
        "POST " + RUN + "/approve", 409, "stale-approval", "The spec has changed.", "Look again.");

    var typed = Typed.at(home).line("approve", "latest");

    assertThat(typed.exit()).isEqualTo(2);
    assertThat(typed.err()).isEqualTo("otto: The spec has changed. Look again.\n");
  }

  @Test
  void a_rejection_carries_its_reason() {
    server.shows(SampleRun.waiting().view());
    obeys("reject", SampleRun.ended(Verdict.ABORTED).view());

    assertThat(Typed.at(home).line("reject", "latest", "--why", "not a shop").exit()).isZero();
    assertThat(sent("reject")).isEqualTo("{\"why\":\"not a shop\"}");
  }

  @Test
  void a_word_for_an_agent_goes_with_the_group_that_was_named() {
    server.shows(SampleRun.working(Phase.BUILD).view());
    obeys("say", SampleRun.working(Phase.BUILD).view());

    var typed = Typed.at(home).line("say", "latest", "--group", "api", "--now", "Use", "SQLite.");

    assertThat(typed.exit()).isZero();
    assertThat(sent("say")).isEqualTo("{\"text\":\"Use SQLite.\",\"group\":\"api\",\"now\":true}");
    assertThat(typed.out()).contains("called again with it, now");
    assertThat(Typed.at(home).line("say", "latest").exit()).isEqualTo(2);
  }

  @Test
  void pause_and_resume_say_how_the_run_stands_then() {
    server.shows(SampleRun.working(Phase.BUILD).view());
    obeys("pause", SampleRun.working(Phase.BUILD).paused("paused by me").view());
    obeys("resume", SampleRun.working(Phase.BUILD).view());

    var paused = Typed.at(home).line("pause", "latest", "--now");
    var resumed = Typed.at(home).line("resume", "latest");

    assertThat(sent("pause")).isEqualTo("{\"now\":true}");
    assertThat(paused.out())
        .isEqualTo(
            "Run %s is paused. It goes on with `otto resume %s`.\n"
                .formatted(SampleRun.ID, SampleRun.ID));
    assertThat(sent("resume")).isEqualTo("{}");
    assertThat(resumed.out()).contains("goes on");
  }

  @Test
  void a_run_or_one_of_its_groups_is_aborted() {
    server.shows(SampleRun.working(Phase.BUILD).view());
    obeys("abort", SampleRun.ended(Verdict.ABORTED).view());
    obeys("groups/api/abort", SampleRun.working(Phase.BUILD).view());

    var group = Typed.at(home).line("abort", "latest", "--group", "api");
    var whole = Typed.at(home).line("abort", "latest");

    assertThat(group.out()).isEqualTo("Group api of run %s ends.\n".formatted(SampleRun.ID));
    assertThat(whole.out()).isEqualTo("Run %s ends; its work is kept.\n".formatted(SampleRun.ID));
    assertThat(server.asked("POST", RUN))
        .extracting(ToldServer.Asked::path)
        .containsExactly(RUN + "/groups/api/abort", RUN + "/abort");
  }

  @Test
  void a_name_that_no_group_can_have_is_refused_at_once() {
    server.shows(SampleRun.working(Phase.BUILD).view());

    var typed = Typed.at(home).line("abort", "latest", "--group", "../x");

    assertThat(typed.exit()).isEqualTo(2);
    assertThat(server.asked("POST", RUN)).isEmpty();
  }

  @Test
  void landing_names_the_audited_commit_and_says_where_it_went() {
    server.shows(SampleRun.ended(Verdict.PASSED).landed("main").view());
    server.obeys(RUN + "/land", Map.of());

    var typed = Typed.at(home).line("land", "latest");

    assertThat(sent("land")).isEqualTo("{\"commit\":\"%s\"}".formatted(SampleRun.COMMIT));
    assertThat(typed.out()).isEqualTo("Landed c0ffee00c0ff on main.\n");
  }

  @Test
  void a_run_without_an_audited_commit_is_not_landed() {
    server.shows(SampleRun.ended(Verdict.BLOCKED).withoutCommit().view());

    var typed = Typed.at(home).line("land", "latest", "--json");

    assertThat(typed.exit()).isEqualTo(2);
    assertThat(typed.out()).contains("\"code\":\"nothing-audited\"");
    assertThat(server.asked("POST", RUN)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"approve", "reject", "pause", "resume", "abort", "land"})
  void a_decision_without_a_run_is_refused(String command) {
    var typed = Typed.at(home).line(command);

    assertThat(typed.exit()).isEqualTo(2);
    assertThat(typed.err()).contains("RUN").hasLineCount(1);
    assertThat(server.asked()).isEmpty();
  }

  @Test
  void for_a_program_a_decision_is_the_run_as_it_stands_then() throws Exception {
    server.shows(SampleRun.working(Phase.BUILD).view());
    obeys("pause", SampleRun.working(Phase.BUILD).paused("paused by me").view());

    var typed = Typed.at(home).line("pause", "latest", "--json");

    assertThat(Json.own().readValue(typed.out(), RunView.class))
        .isEqualTo(SampleRun.working(Phase.BUILD).paused("paused by me").view());
  }

  /// W-64
  @Test
  void a_command_whose_answer_was_lost_is_sent_again_under_the_same_key() {
    server.shows(SampleRun.working(Phase.BUILD).view());
    obeys("pause", SampleRun.working(Phase.BUILD).paused("paused by me").view());
    server.breaks("POST " + RUN + "/pause");

    var typed = Typed.at(home).line("pause", "latest");

    assertThat(typed.exit()).isZero();
    assertThat(server.asked("POST", RUN + "/pause"))
        .extracting(ToldServer.Asked::key)
        .hasSizeGreaterThan(1)
        .containsOnly(server.asked("POST", RUN + "/pause").getFirst().key());
  }

  @Test
  void a_server_that_is_not_ready_is_asked_again_under_the_same_key() {
    server.shows(SampleRun.working(Phase.BUILD).view());
    obeys("pause", SampleRun.working(Phase.BUILD).paused("paused by me").view());
    server.refusesOnce("POST " + RUN + "/pause", 503, "engine-away");

    var typed = Typed.at(home).line("pause", "latest");

    assertThat(typed.exit()).isZero();
    assertThat(server.asked("POST", RUN + "/pause"))
        .extracting(ToldServer.Asked::key)
        .hasSize(2)
        .containsOnly(server.asked("POST", RUN + "/pause").getFirst().key());
  }

  private void obeys(String verb, RunView run) {
    server.obeys(RUN + "/" + verb, run);
  }

  private String sent(String verb) {
    return server.asked("POST", RUN + "/" + verb).getLast().body();
  }
}
