package dev.otto.workflows.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.otto.model.GroupId;
import dev.otto.model.audit.Verdict;
import dev.otto.model.group.Standing;
import dev.otto.workflows.record.Recording;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import io.temporal.failure.ApplicationFailure;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever fails, the run stands still with a reason or ends; it is never silent.
@Timeout(60)
class RunTroubleTest {
  private final TestEngine engine = new TestEngine();

  @AfterEach
  void close() {
    engine.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "open",
        "make",
        "read",
        "prepare",
        "check",
        "merge",
        "probe",
        "conclude",
        "render"
      })
  void a_hand_that_fails_for_good_holds_the_run_and_a_person_lets_it_go_on(String hand) {
    var run = engine.run();
    run.world()
        .fails(hand, () -> ApplicationFailure.newNonRetryableFailure("a broken " + hand, "Bug"));

    run.starts().isHeld();

    assertThat(run.run().hold().orElseThrow().why()).isEqualTo("a broken " + hand);
    run.world().works(hand);
    run.obeys(TestRun.resume());
    run.ends();
    assertThat(run.run().ended().orElseThrow().verdict()).isEqualTo(Verdict.PASSED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "open",
        "make",
        "read",
        "prepare",
        "check",
        "merge",
        "probe",
        "conclude",
        "render"
      })
  void trouble_that_passes_is_not_a_person_s_business(String hand) {
    var run = engine.run();
    run.world().fails(hand, once(run, hand));

    run.starts().ends();

    assertThat(run.words()).doesNotContain("held");
    assertThat(run.run().ended().orElseThrow().verdict()).isEqualTo(Verdict.PASSED);
  }

  @Test
  void a_call_that_cannot_be_made_is_not_repeated_for_ever() {
    var run = engine.run();
    run.world().fails("make", () -> new IllegalStateException("no room"));

    run.starts().isHeld();

    assertThat(run.run().hold().orElseThrow().why()).isEqualTo("no room");
    assertThat(run.world().calls()).hasSize(5);
  }

  @Test
  void a_log_that_cannot_be_written_ends_the_workflow() {
    var run = engine.run();
    run.world().isSlow("build a");
    run.starts().calls("build a");

    run.store().breaks();
    run.world().isQuick("build a");

    assertThat(run.over()).isEqualTo(WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_FAILED);
    assertThat(run.run().group(new GroupId("a")).orElseThrow().standing())
        .isInstanceOf(Standing.Calling.class);
  }

  @Test
  void a_workflow_whose_epoch_is_over_ends_in_silence_wherever_it_stands() {
    var run = engine.run();
    run.world().isSlow("build a");
    run.starts().calls("build a");

    var _ = run.store().take();
    run.world().isQuick("build a");

    assertThat(run.over()).isEqualTo(WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_COMPLETED);
    assertThat(run.store().refusals())
        .isNotEmpty()
        .allMatch(refusal -> refusal.startsWith(Recording.SUPERSEDED));
  }

  @Test
  void a_message_above_32_kilobytes_holds_the_run_with_that_reason() {
    var run = engine.run();
    run.world().refutesAtLength();

    run.starts().isHeld();

    assertThat(run.run().hold().orElseThrow().why()).contains("must travel as a digest");
  }

  private static Supplier<RuntimeException> once(TestRun run, String hand) {
    return () -> {
      run.world().works(hand);
      return new IllegalStateException("a hiccup");
    };
  }
}
