package dev.otto.workflows.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.otto.model.audit.Verdict;
import dev.otto.model.run.RunState;
import dev.otto.model.settings.RunSettings;
import io.temporal.failure.ApplicationFailure;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// A run that stands still, and goes on.
@Timeout(60)
class RunPauseTest {
  private static final Duration A_WHILE = Duration.ofMillis(300);

  private final TestEngine engine = new TestEngine();

  @AfterEach
  void close() {
    engine.close();
  }

  @Test
  void a_pause_lets_the_running_call_finish_and_begins_nothing_more_w22() {
    var run = engine.run();
    run.world().isSlow("build a");
    run.starts().calls("build a").until(one -> one.calls().open().size() == 1);

    run.obeys(TestRun.pause(false));

    assertThat(run.run().state()).isEqualTo(new RunState.Pausing("paused by ada"));
    run.world().isQuick("build a");
    run.until(one -> one.state() instanceof RunState.Paused);
    await().during(A_WHILE).until(() -> run.run().state() instanceof RunState.Paused);
    assertThat(run.run().calls().open()).isEmpty();
    assertThat(run.world().calls()).doesNotContain("build b");

    run.obeys(TestRun.resume());
    run.ends();
    assertThat(run.run().ended().orElseThrow().verdict()).isEqualTo(Verdict.PASSED);
  }

  @Test
  void a_run_that_is_paused_between_two_steps_is_paused_and_not_pausing_for_ever() {
    for (var stage : new String[] {"check", "merge", "probe", "conclude", "read"}) {
      var run = engine.run();
      run.world().fails(stage, () -> ApplicationFailure.newFailure("not yet", "Trouble"));
      run.starts();
      run.until(_ -> run.world().met(stage));

      run.obeys(TestRun.pause(false));
      run.world().works(stage);

      run.until(one -> one.state() instanceof RunState.Paused);
      await().during(A_WHILE).until(() -> run.run().state() instanceof RunState.Paused);
      assertThat(run.run().calls().open()).as(stage).isEmpty();
      run.obeys(TestRun.resume());
      run.ends();
      assertThat(run.run().ended().orElseThrow().verdict()).as(stage).isEqualTo(Verdict.PASSED);
    }
  }

  @Test
  void a_pause_at_once_ends_the_calls_as_lost_and_the_same_attempt_goes_on() {
    var run = engine.run();
    run.world().isSlow("build a");
    run.world().isSlow("build c");
    run.starts().calls("build a").calls("build c");

    run.obeys(TestRun.pause(true));

    run.until(one -> one.state() instanceof RunState.Paused);
    assertThat(run.world().runs("build a")).isFalse();
    assertThat(run.run().calls().waiting()).hasSize(2);
    run.obeys(TestRun.resume());
    run.ends();
    assertThat(run.world().calls()).contains("build a, try 2", "build c, try 2");
    assertThat(run.world().calls()).doesNotContain("build a, attempt 2", "build c, attempt 2");
    assertThat(run.run().ended().orElseThrow().verdict()).isEqualTo(Verdict.PASSED);
  }

  @Test
  void a_used_up_time_budget_holds_the_run_and_resuming_grants_as_much_again() {
    var settings =
        new RunSettings(
            "scripted",
            Optional.empty(),
            Optional.empty(),
            false,
            0,
            0,
            0,
            0,
            Optional.of(1L),
            0,
            0);
    var run = engine.run(settings);
    run.world().isSlow("build a");
    run.starts().isHeld();

    assertThat(run.run().hold().orElseThrow().why()).contains("time budget of 1 s");
    assertThat(run.run().time().millis()).isGreaterThanOrEqualTo(1000);
    await().during(Duration.ofMillis(1200)).until(() -> run.run().hold().isPresent());
    run.obeys(TestRun.resume());
    run.world().isQuick("build a");
    run.until(one -> one.ended().isPresent() || one.hold().isPresent());
    assertThat(run.run().time().grants()).isEqualTo(1);
    while (run.run().ended().isEmpty()) {
      run.obeys(TestRun.resume());
      run.until(one -> one.ended().isPresent() || one.hold().isPresent());
    }
    assertThat(run.run().ended().orElseThrow().verdict()).isEqualTo(Verdict.PASSED);
  }

  @Test
  void what_cannot_be_obeyed_is_refused_and_leaves_no_history() {
    var run = engine.run();
    run.world().isSlow("build a");
    run.world().isSlow("build c");
    run.starts().calls("build a").calls("build c");
    run.until(one -> one.calls().open().size() == 2);
    var seq = run.run().seq();

    assertThatThrownBy(() -> run.obeys(TestRun.resume()))
        .hasRootCauseInstanceOf(ApplicationFailure.class)
        .hasStackTraceContaining("is not paused");

    assertThat(run.run().seq()).isEqualTo(seq);
    assertThat(run.history()).noneMatch(event -> event.contains("UPDATE"));
  }
}
