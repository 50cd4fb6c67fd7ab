package dev.otto.api.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.otto.api.sample.SampleOtto;
import dev.otto.api.sample.Web;
import dev.otto.model.RunId;
import dev.otto.model.Sample;
import dev.otto.model.audit.Verdict;
import dev.otto.model.run.NewRun;
import dev.otto.model.run.RunEvent;
import dev.otto.model.run.RunStory;
import dev.otto.model.run.RunView;
import dev.otto.model.spec.SampleSpec;
import dev.otto.store.command.Commands;
import dev.otto.store.run.Events;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A person commands a run that is carried.
class RunCommandsTest {
  private static SampleOtto otto;

  @BeforeAll
  static void start(@TempDir Path logs) {
    otto = SampleOtto.ready(logs);
  }

  @AfterAll
  static void end() {
    otto.close();
  }

  @Test
  void an_approval_of_what_the_person_looked_at_opens_the_gate() {
    var run = carried(RunStory.atTheGate());

    var view = ada().post(path(run, "approve"), approval()).body(RunView.class);

    assertThat(view.state()).isEqualTo("working");
    assertThat(otto.words(run)).endsWith("spec.approved");
    assertThat(view.seq()).isEqualTo(otto.words(run).size());
    assertThat(lastEvent(run).toString()).contains("by=ada");
  }

  @Test
  void an_approval_of_another_spec_is_stale_and_changes_nothing() {
    var run = carried(RunStory.atTheGate());
    var before = otto.words(run);

    var answer =
        ada().post(path(run, "approve"), "{\"spec\":\"%s\"}".formatted(Sample.digest("old")));

    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.problem().code()).isEqualTo("stale-approval");
    assertThat(answer.problem().nextStep()).contains("otto show " + run);
    assertThat(otto.words(run)).isEqualTo(before);
  }

  @Test
  void a_rejection_ends_the_run_with_its_reason() {
    var run = carried(RunStory.atTheGate());

    ada().post(path(run, "reject"), "{\"why\":\"no receipts\"}").body(RunView.class);

    assertThat(otto.words(run)).endsWith("spec.rejected");
    assertThat(lastEvent(run).toString()).contains("no receipts");
  }

  @Test
  void a_run_is_paused_and_goes_on() {
    var run = carried(RunStory.building("greeter"));

    var paused = ada().post(path(run, "pause"), "{\"now\":true}").body(RunView.class);
    var resumed = ada().post(path(run, "resume"), "").body(RunView.class);

    assertThat(paused.state()).isEqualTo("paused");
    assertThat(paused.why()).contains("paused by ada");
    assertThat(resumed.state()).isEqualTo("working");
    assertThat(otto.words(run)).endsWith("pause-requested", "resumed");
  }

  @Test
  void a_word_for_the_agent_of_the_only_group_at_work_is_kept_until_it_was_told() {
    var run = carried(RunStory.building("greeter"));

    var view = ada().post(path(run, "say"), "{\"text\":\"Greet in French.\"}").body(RunView.class);

    assertThat(view.unheard()).isOne();
    assertThat(otto.words(run)).endsWith("said");
    assertThat(lastEvent(run))
        .isInstanceOfSatisfying(
            RunEvent.Said.class,
            said -> {
              assertThat(said.by()).isEqualTo("ada");
              assertThat(otto.contents.text(said.text())).isEqualTo("Greet in French.");
            });
  }

  @Test
  void a_word_for_nobody_is_refused() {
    var run = carried(RunStory.building("api", "mail"));

    assertThat(ada().post(path(run, "say"), "{\"text\":\"Hurry.\"}").problem().code())
        .isEqualTo("which-group");
    assertThat(ada().post(path(run, "say"), "{\"text\":\"x\",\"group\":\"none\"}").problem().code())
        .isEqualTo("no-such-group");
    assertThat(ada().post(path(run, "say"), "{\"text\":\" \"}").status()).isEqualTo(422);
  }

  @Test
  void a_run_is_aborted() {
    var run = carried(RunStory.building("greeter"));

    ada().post(path(run, "abort"), "{\"why\":\"wrong project\"}").body(RunView.class);

    assertThat(otto.words(run)).endsWith("abort-requested");
  }

  @Test
  void one_group_is_aborted() {
    var run = carried(RunStory.building(SampleSpec.ofGroups("one", "two")));

    var view = ada().post(path(run, "groups/one/abort"), "").body(RunView.class);
    var none = ada().post(path(run, "groups/three/abort"), "");

    assertThat(otto.words(run)).endsWith("group.abort-requested");
    assertThat(view.groups()).anyMatch(group -> group.state().startsWith("abort"));
    assertThat(none.status()).isEqualTo(404);
    assertThat(none.problem().code()).isEqualTo("no-such-group");
  }

  @Test
  void a_command_without_a_body_asks_for_what_is_usual() {
    var run = carried(RunStory.building("greeter"));

    ada().post(path(run, "pause"), "").body(RunView.class);

    assertThat(lastEvent(run))
        .hasToString(lastEvent(run).toString().replace("now=true", "now=false"));
  }

  @Test
  void the_same_key_is_obeyed_once_and_answered_again() {
    var run = carried(RunStory.building("greeter"));
    var asker = ada().as("Idempotency-Key", "pause-" + run);

    var first = asker.post(path(run, "pause"), "{}").body(RunView.class);
    var second = asker.post(path(run, "pause"), "{}").body(RunView.class);

    assertThat(second).isEqualTo(first);
    assertThat(otto.words(run)).containsOnlyOnce("pause-requested");
  }

  /// W-64: a double click.
  @Test
  void the_same_key_at_the_same_time_is_obeyed_once() {
    var run = carried(RunStory.building("greeter"));
    var asker = ada().as("Idempotency-Key", "double-" + run);

    var answers =
        IntStream.range(0, 4)
            .parallel()
            .mapToObj(_ -> asker.post(path(run, "pause"), "{}").status())
            .toList();

    assertThat(answers).containsOnly(200);
    assertThat(otto.words(run)).containsOnlyOnce("pause-requested");
  }

  @Test
  void two_people_who_pause_at_once_pause_once() {
    var run = carried(RunStory.building("greeter"));

    var answers =
        IntStream.range(0, 4)
            .parallel()
            .mapToObj(_ -> ada().post(path(run, "pause"), "{}").status())
            .toList();

    assertThat(answers).containsOnly(200, 409);
    assertThat(otto.words(run)).containsOnlyOnce("pause-requested");
  }

  @Test
  void a_key_that_was_used_for_something_else_is_refused() {
    var run = carried(RunStory.building("greeter"));
    var asker = ada().as("Idempotency-Key", "one-thing-" + run);
    asker.post(path(run, "pause"), "{}");

    var other = asker.post(path(run, "pause"), "{\"now\":true}");
    var otherVerb = asker.post(path(run, "resume"), "{}");
    var newRun = asker.post("/api/v1/runs", NewRun.of("/s", "x", "scripted"));

    assertThat(List.of(other, otherVerb, newRun))
        .extracting(answer -> answer.problem().code())
        .containsOnly("key-reused");
  }

  /// W-67: a refusal is a refusal, never a 200 that says no.
  @Test
  void an_ended_run_refuses_everything_although_nobody_carries_it() {
    var run = otto.tell(RunStory.passed());

    for (var verb : List.of("reject", "pause", "resume", "abort", "groups/greeter/abort")) {
      var answer = ada().post(path(run, verb), "");

      assertThat(answer.status()).as(verb).isEqualTo(409);
      assertThat(answer.problem().detail()).isEqualTo("Run %s has ended: passed.".formatted(run));
    }
    assertThat(RunStory.passed().run().ended().orElseThrow().verdict()).isEqualTo(Verdict.PASSED);
  }

  @Test
  void a_refused_command_leaves_no_trace() {
    var run = carried(RunStory.atTheGate());
    var asker = ada().as("Idempotency-Key", "too-early-" + run);

    assertThat(asker.post(path(run, "pause"), "{}").problem().code()).isEqualTo("at-the-gate");

    var row =
        otto.database.jdbi().withExtension(Commands.class, rows -> rows.named("too-early-" + run));
    assertThat(row).isEmpty();
  }

  @Test
  void a_run_can_be_commanded_by_the_start_of_its_id() {
    var run = carried(RunStory.building("greeter"));

    var answer = ada().post("/api/v1/runs/" + run.value().substring(0, 23) + "/abort", "{}");

    assertThat(answer.body(RunView.class).run()).isEqualTo(run);
  }

  @Test
  void what_is_wrong_is_refused_before_anybody_is_asked() {
    var run = otto.tell(RunStory.atTheGate());

    assertThat(ada().post(path(run, "approve"), "{}").problem().violations().getFirst().pointer())
        .isEqualTo("/spec");
    assertThat(ada().post(path(run, "approve"), "{\"spec\":\"x\"}").problem().code())
        .isEqualTo("invalid-request");
    assertThat(
            ada()
                .post(path(run, "reject"), "{\"why\":\"%s\"}".formatted("x".repeat(2001)))
                .status())
        .isEqualTo(422);
    assertThat(ada().post(path(run, "groups/A!/abort"), "{}").status()).isEqualTo(422);
  }

  private static RunId carried(RunStory story) {
    var run = otto.tell(story);
    otto.engine.carry(run);
    return run;
  }

  private static Web ada() {
    return otto.web().as("Otto-User", "ada");
  }

  private static String approval() {
    var spec = RunStory.atTheGate().run().compilation().revision().orElseThrow().spec();
    return "{\"spec\":\"%s\"}".formatted(spec);
  }

  private static RunEvent lastEvent(RunId run) {
    return otto.database
        .jdbi()
        .withExtension(Events.class, events -> events.ofRun(run.value(), 1))
        .getLast()
        .body();
  }

  private static String path(RunId run, String verb) {
    return "/api/v1/runs/" + run + "/" + verb;
  }
}
