package dev.otto.workflows.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.otto.model.Digest;
import dev.otto.model.GroupId;
import dev.otto.model.Sample;
import dev.otto.model.audit.Verdict;
import dev.otto.model.group.Standing;
import dev.otto.model.run.RunCommand;
import dev.otto.model.run.RunState;
import dev.otto.model.settings.RunSettings;
import io.temporal.failure.ApplicationFailure;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// A run, or a part of one, that a person does not want any more.
@Timeout(60)
class RunAbortTest {
  private final TestEngine engine = new TestEngine();

  @AfterEach
  void close() {
    engine.close();
  }

  @Test
  void an_aborted_run_ends_its_calls_and_ends_aborted_by_whom_and_why() {
    var run = engine.run();
    run.world().isSlow("build a");
    run.world().isSlow("build c");
    run.starts().calls("build a").calls("build c");

    run.obeys(TestRun.abort());

    run.ends();
    assertThat(run.world().runs("build a")).isFalse();
    assertThat(run.run().state())
        .isEqualTo(new RunState.Ended(Verdict.ABORTED, "aborted by ada: enough"));
    assertThat(run.run().proof()).isPresent();
    run.over();
  }

  @Test
  void a_run_can_be_aborted_before_anything_was_done_and_while_it_is_paused() {
    var early = engine.run().starts();
    early.obeys(TestRun.abort());
    var paused = engine.run();
    paused.world().isSlow("spec");
    paused.starts().calls("spec");
    paused.obeys(TestRun.pause(true));
    paused.obeys(TestRun.abort());

    early.ends();
    paused.ends();

    assertThat(early.run().ended().orElseThrow().verdict()).isEqualTo(Verdict.ABORTED);
    assertThat(paused.run().ended().orElseThrow().verdict()).isEqualTo(Verdict.ABORTED);
  }

  @Test
  void an_aborted_group_cancels_those_that_need_it_and_the_others_are_merged() {
    var run = engine.run();
    run.world().isSlow("build a");
    run.starts().calls("build a");

    run.obeys(abort("a"));

    run.ends();
    assertThat(standing(run, "a")).isEqualTo(new Standing.Aborted("ada"));
    assertThat(standing(run, "b")).isInstanceOf(Standing.Cancelled.class);
    assertThat(standing(run, "c")).isInstanceOf(Standing.Merged.class);
    assertThat(run.run().ended().orElseThrow().verdict()).isEqualTo(Verdict.PARTIAL);
  }

  @Test
  void a_group_that_is_just_being_merged_is_aborted_when_the_lane_lets_go_of_it() {
    var run = engine.run();
    run.world().isSlow("merge a");
    run.starts().calls("merge a");

    run.obeys(abort("a"));
    run.world().isQuick("merge a");

    run.ends();
    assertThat(standing(run, "a")).isEqualTo(new Standing.Aborted("ada"));
    assertThat(standing(run, "b")).isInstanceOf(Standing.Cancelled.class);
    assertThat(standing(run, "c")).isInstanceOf(Standing.Merged.class);
    assertThat(run.words()).containsOnlyOnce("group.candidate-dropped");
  }

  @Test
  void a_group_of_a_paused_run_is_aborted_at_once() {
    var run = engine.run();
    run.world().isSlow("build a");
    run.starts().calls("build a");
    run.obeys(TestRun.pause(false));

    run.obeys(abort("a"));

    run.until(_ -> standing(run, "a") instanceof Standing.Aborted);
    assertThat(run.run().state()).isInstanceOf(RunState.Paused.class);
    run.obeys(TestRun.resume());
    run.ends();
  }

  @Test
  void a_group_whose_end_fails_holds_the_run_until_a_person_resumes_it() {
    var run = engine.run();
    run.world().isSlow("build a");
    run.world().fails("stop", () -> ApplicationFailure.newNonRetryableFailure("stuck", "Bug"));
    run.starts().calls("build a");

    run.obeys(abort("a"));

    run.isHeld();
    assertThat(run.run().hold().orElseThrow().why()).isEqualTo("stuck");
    run.world().works("stop");
    run.obeys(TestRun.resume());
    run.ends();
    assertThat(standing(run, "a")).isEqualTo(new Standing.Aborted("ada"));
  }

  @Test
  void a_run_that_is_ending_is_not_aborted_any_more() {
    var run = engine.run();
    run.world().fails("render", () -> ApplicationFailure.newFailure("not yet", "Trouble"));
    run.starts().until(_ -> run.world().met("render"));

    assertThatThrownBy(() -> run.obeys(TestRun.abort()))
        .hasRootCauseInstanceOf(ApplicationFailure.class)
        .hasStackTraceContaining("is ending");

    run.world().works("render");
    run.ends();
    assertThat(run.run().ended().orElseThrow().verdict()).isEqualTo(Verdict.PASSED);
    assertThat(run.run().proof().orElseThrow().packet()).isEqualTo(Digest.of("packet, passed"));
  }

  @Test
  void at_the_gate_a_stale_approval_is_refused_and_a_rejection_aborts() {
    var run = engine.run(gated(60)).starts();
    run.until(one -> one.state() instanceof RunState.Waiting);

    assertThatThrownBy(() ->
            run.obeys(new RunCommand.Approve("ada", Sample.digest("another"), Optional.empty())))
        .hasStackTraceContaining("has changed since you looked");
    run.obeys(new RunCommand.Reject("ada", "too big", Optional.empty()));

    run.ends();
    assertThat(run.run().state())
        .isEqualTo(new RunState.Ended(Verdict.ABORTED, "the spec was rejected by ada: too big"));
  }

  @Test
  void at_the_gate_an_approval_of_what_was_looked_at_lets_the_run_go_on() {
    var run = engine.run(gated(60)).starts();
    run.until(one -> one.state() instanceof RunState.Waiting);
    var spec = run.run().compilation().revision().orElseThrow().spec();

    run.obeys(new RunCommand.Approve("ada", spec, Optional.empty()));

    run.ends();
    assertThat(run.run().ended().orElseThrow().verdict()).isEqualTo(Verdict.PASSED);
  }

  @Test
  void wanted_otherwise_the_spec_is_written_again_and_waits_at_a_new_gate() {
    var run = engine.run(gated(60)).starts();
    run.until(one -> one.state() instanceof RunState.Waiting);
    var first = run.run().compilation().revision().orElseThrow();

    run.obeys(
        new RunCommand.Regenerate("ada", first.spec(), Sample.digest("less"), Optional.empty()));
    run.until(one ->
        one.state() instanceof RunState.Waiting
            && one.compilation().revision().orElseThrow().number() == 2);
    var second = run.run().compilation().revision().orElseThrow();
    run.obeys(new RunCommand.Approve("ada", second.spec(), Optional.empty()));

    run.ends();
    assertThat(run.world().calls().stream().filter(call -> call.startsWith("spec"))).hasSize(2);
    assertThat(run.run().ended().orElseThrow().verdict()).isEqualTo(Verdict.PASSED);
  }

  @Test
  void a_gate_that_nobody_passes_in_time_blocks_the_run() {
    var run = engine.run(gated(1)).starts();

    run.ends();

    assertThat(run.run().state())
        .isEqualTo(new RunState.Ended(Verdict.BLOCKED, "nobody approved the spec in time"));
  }

  private static RunSettings gated(long seconds) {
    return new RunSettings(
        "scripted",
        Optional.empty(),
        Optional.empty(),
        true,
        seconds,
        0,
        0,
        0,
        Optional.empty(),
        0,
        0);
  }

  private static RunCommand abort(String group) {
    return new RunCommand.AbortGroup("ada", new GroupId(group), Optional.empty());
  }

  private static Standing standing(TestRun run, String group) {
    return run.run().group(new GroupId(group)).orElseThrow().standing();
  }
}
