package dev.otto.workflows.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.otto.model.audit.Verdict;
import dev.otto.model.run.RunEvent;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// A run from its intent to its proof.
@Timeout(60)
class RunStoryTest {
  private final TestEngine engine = new TestEngine();

  @AfterEach
  void close() {
    engine.close();
  }

  @Test
  void a_run_goes_from_its_intent_over_a_failed_check_and_a_repair_to_its_proof() {
    var run = engine.run().starts();

    run.ends();

    assertThat(run.run().ended().orElseThrow().verdict()).isEqualTo(Verdict.PASSED);
    assertThat(run.world().calls())
        .containsExactlyInAnyOrder(
            "spec",
            "build a",
            "build c",
            "build b",
            "build b, attempt 2",
            "audit, round 1",
            "fix c, round 1",
            "audit, round 2");
    assertThat(run.over()).isEqualTo(WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_COMPLETED);
    assertThat(run.store().refusals()).isEmpty();
  }

  @Test
  void the_packet_is_the_last_word_of_the_log() {
    var run = engine.run().starts();

    run.ends();

    assertThat(run.events().getLast())
        .isEqualTo(
            new RunEvent.Ended(
                Verdict.PASSED,
                run.run().ended().orElseThrow().why(),
                run.run().proof().orElseThrow().packet()));
  }
}
