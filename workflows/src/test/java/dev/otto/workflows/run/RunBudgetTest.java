package dev.otto.workflows.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.otto.model.GroupId;
import dev.otto.model.audit.Verdict;
import dev.otto.model.group.Standing;
import dev.otto.model.run.Run;
import dev.otto.model.run.RunCommand;
import dev.otto.model.run.RunRefusal;
import dev.otto.model.run.RunState;
import dev.otto.model.settings.Budget;
import dev.otto.model.settings.Limits;
import dev.otto.model.settings.OnLimit;
import dev.otto.model.settings.RunSettings;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Runs whose budget of tokens or calls is used up. Each call of this world uses 110 tokens.
@Timeout(120)
class RunBudgetTest {
  private static final Duration A_WHILE = Duration.ofMillis(500);

  private final TestEngine engine = new TestEngine();

  @AfterEach
  void close() {
    engine.close();
  }

  @Test
  void it_stands_still_and_says_of_what_and_resuming_grants_as_much_again() throws Exception {
    var run = engine.run(with(calls(3), OnLimit.PAUSE));

    run.starts().until(RunBudgetTest::stands);

    assertThat(run.run().hold().orElseThrow().why())
        .isEqualTo("the budget of 3 calls is used up; resume the run to grant as much again");
    assertThat(run.run().ledger().spent().calls()).isEqualTo(3);
    await().during(A_WHILE).until(() -> run.world().calls().size() == 3);
    while (run.run().ended().isEmpty()) {
      run.obeys(TestRun.resume());
      run.until(one -> one.ended().isPresent() || stands(one));
    }
    assertThat(run.run().ended().orElseThrow().verdict()).isEqualTo(Verdict.PASSED);
    assertThat(run.run().ledger().grants()).isPositive();
    assertThat(run.run().ledger().reserved()).isEmpty();
    assertThat(run.run().ledger().spent().tokens()).isEqualTo(110L * run.world().calls().size());
    engine.replay(run);
  }

  @Test
  void who_adds_to_it_lets_it_go_on_with_just_that() {
    var run = engine.run(with(calls(3), OnLimit.PAUSE));
    run.starts().until(RunBudgetTest::stands);

    run.obeys(new RunCommand.RaiseBudget("ada", calls(2), 0, Optional.empty()));

    run.until(one -> stands(one) && one.ledger().spent().calls() == 5);
    assertThat(run.run().hold().orElseThrow().why()).startsWith("the budget of 5 calls");
    assertThat(run.run().ledger().grants()).isZero();
    assertThat(run.run().calls().used().usd()).as("the call that waits was never made").isPresent();
    run.obeys(new RunCommand.RaiseBudget("ada", calls(50), 0, Optional.empty()));
    run.ends();
    assertThat(run.run().ended().orElseThrow().verdict()).isEqualTo(Verdict.PASSED);
  }

  @Test
  void what_is_not_limited_cannot_be_raised() {
    var run = engine.run(with(calls(3), OnLimit.PAUSE));
    run.starts().until(RunBudgetTest::stands);

    assertThat(new RunCommand.RaiseBudget("ada", tokens(5), 0, Optional.empty()).refusal(run.run()))
        .contains(new RunRefusal.NoSuchBudget(run.run().id()));
    assertThat(
            new RunCommand.RaiseBudget("ada", Limits.NONE, 60, Optional.empty()).refusal(run.run()))
        .isPresent();
  }

  @Test
  void it_finishes_with_what_is_there() {
    var run = engine.run(with(calls(3), OnLimit.FINISH));

    run.starts().ends();

    assertThat(run.words()).doesNotContain("held");
    assertThat(run.world().calls()).hasSize(3);
    assertThat(run.run().ended().orElseThrow().verdict()).isEqualTo(Verdict.PARTIAL);
    assertThat(run.run().group(new GroupId("b")).orElseThrow().standing())
        .isInstanceOf(Standing.Failed.class);
  }

  @Test
  void it_ends_where_that_is_wanted() {
    var run = engine.run(with(calls(2), OnLimit.STOP));

    run.starts().ends();

    assertThat(run.run().state())
        .isEqualTo(new RunState.Ended(Verdict.BLOCKED, "the budget of 2 calls is used up"));
  }

  @Test
  void groups_run_side_by_side_within_a_budget_w25() {
    var run = engine.run(with(tokens(10_000), OnLimit.PAUSE));
    run.world().isSlow("build a");
    run.world().isSlow("build c");

    run.starts().calls("build a").calls("build c");

    assertThat(run.run().ledger().reserved()).hasSize(2);
    run.world().isQuick("build a");
    run.world().isQuick("build c");
    run.ends();
    assertThat(run.run().ended().orElseThrow().verdict()).isEqualTo(Verdict.PASSED);
  }

  @Test
  void a_call_waits_for_another_while_what_is_left_is_for_one_alone() {
    var run = engine.run(with(tokens(150), OnLimit.PAUSE));
    run.world().isSlow("build a");
    run.world().isSlow("build c");

    run.starts().until(one -> one.calls().open().size() == 2);
    await().during(A_WHILE).until(() -> run.run().ledger().reserved().size() == 1);
    assertThat(run.world().runs("build a") && run.world().runs("build c")).isFalse();
    run.world().isQuick("build a");
    run.world().isQuick("build c");

    run.until(RunBudgetTest::stands);
    assertThat(run.run().ledger().spent().tokens()).isEqualTo(220);
  }

  private static boolean stands(Run run) {
    return run.state() instanceof RunState.Paused;
  }

  private static RunSettings with(Limits limits, OnLimit onLimit) {
    return RunSettings.of("scripted").with(new Budget(limits, Limits.NONE, onLimit));
  }

  private static Limits calls(int most) {
    return new Limits(Optional.empty(), Optional.empty(), Optional.of(most));
  }

  private static Limits tokens(long most) {
    return new Limits(Optional.of(most), Optional.empty(), Optional.empty());
  }
}
