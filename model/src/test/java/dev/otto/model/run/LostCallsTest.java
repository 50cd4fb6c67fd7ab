package dev.otto.model.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.otto.model.CallId;
import dev.otto.model.audit.Verdict;
import dev.otto.model.call.CallEvent;
import dev.otto.model.call.Loss;
import dev.otto.model.call.Usage;
import dev.otto.model.compile.CompileStep;
import dev.otto.model.group.Standing;
import dev.otto.model.spec.SampleSpec;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Calls that end from outside, without an answer of their agent.
class LostCallsTest {
  private final RunStory story = RunStory.building("api");
  private final GroupStory api = story.group("api").begins().isCalled();

  @Test
  void a_lost_call_is_repeated_under_its_id_in_the_same_attempt() {
    api.isLost(Loss.CRASHED);

    assertThat(api.call().id()).isEqualTo(new CallId("c2"));
    assertThat(api.call().tries()).isEqualTo(2);
    assertThat(api.group().attemptNumber()).isEqualTo(1);
    assertThat(story.run().calls().ordered()).isEqualTo(2);
    assertThat(story.run().calls().open()).containsExactly(api.call());
  }

  @ParameterizedTest
  @EnumSource(names = {"CRASHED", "STALLED", "CUT", "TIMED_OUT"})
  void the_third_loss_that_counts_fails_the_attempt_with_that_sentence(Loss loss) {
    api.isLost(loss).isLost(loss).isLost(loss);

    assertThat(api.standing()).isEqualTo(new Standing.Resting());
    assertThat(api.group().trouble()).contains("its call was lost too often: " + loss.words());
    assertThat(story.run().calls().open()).isEmpty();
    assertThat(api.step()).isInstanceOf(GroupStep.Note.class);
  }

  @ParameterizedTest
  @EnumSource(names = {"OTTO_ENDED", "PAUSED", "ACCOUNT"})
  void losses_that_are_not_the_agents_never_count(Loss loss) {
    for (var time = 0; time < 20; time++) {
      api.isLost(loss);
    }

    assertThat(api.call().tries()).isEqualTo(21);
    assertThat(api.call().losses()).isZero();
  }

  @Test
  void a_loss_that_does_not_count_leaves_the_others_counted() {
    api.isLost(Loss.CRASHED).isLost(Loss.OTTO_ENDED).isLost(Loss.STALLED).isLost(Loss.ACCOUNT);
    assertThat(api.call().losses()).isEqualTo(2);

    api.isLost(Loss.CUT);

    assertThat(api.group().trouble())
        .contains("its call was lost too often: its answer was cut off");
  }

  @Test
  void the_next_call_counts_from_the_start() {
    api.isLost(Loss.CRASHED).isLost(Loss.CRASHED).isLost(Loss.CRASHED);

    api.begins().isCalled();

    assertThat(api.call().losses()).isZero();
    assertThat(api.call().id()).isEqualTo(new CallId("c3"));
  }

  @Test
  void what_a_lost_call_used_is_counted() {
    api.isLost(Loss.CRASHED).answers();

    assertThat(story.run().calls().usage().calls()).isEqualTo(3);
    assertThat(story.run().calls().usage().inputTokens()).isEqualTo(1200);
  }

  @Test
  void a_call_that_a_pause_ended_waits_until_the_run_goes_on() {
    story.asks(new RunCommand.Pause("ada", true, Optional.empty()));
    api.isLost(Loss.PAUSED);
    assertThat(story.run().calls().open()).isEmpty();
    assertThat(story.run().calls().waiting()).hasSize(1);
    assertThat(story.run().state()).isEqualTo(new RunState.Paused("paused by ada"));

    story.asks(new RunCommand.Resume("ada", Optional.empty()));

    assertThat(story.run().calls().open()).containsExactly(api.call());
    assertThat(api.call().tries()).isEqualTo(2);
  }

  @Test
  void a_run_that_is_carried_on_makes_its_open_calls_again() {
    var before = api.call();

    story.happens(new RunEvent.Recovered(2));

    assertThat(story.run().calls().open()).containsExactly(before);
    assertThat(api.call()).isEqualTo(before);
  }

  @Test
  void a_held_run_that_is_carried_on_starts_nothing() {
    story.asks(new RunCommand.Pause("ada", false, Optional.empty()));
    assertThat(story.run().state()).isEqualTo(new RunState.Pausing("paused by ada"));

    story.happens(new RunEvent.Recovered(2));
    api.isLost(Loss.OTTO_ENDED);

    assertThat(story.run().calls().open()).isEmpty();
    assertThat(story.run().state()).isEqualTo(new RunState.Paused("paused by ada"));
    assertThat(story.asks(new RunCommand.Resume("ada", Optional.empty())).run().calls().open())
        .containsExactly(api.call());
  }

  @Test
  void a_loss_that_is_told_twice_does_not_bring_a_call_back() {
    var order = api.call();
    api.answers();

    story.called(new CallEvent.Lost(order, Loss.OTTO_ENDED, Usage.NONE));

    assertThat(story.run().calls().open()).isEmpty();
    assertThat(api.standing()).isInstanceOf(Standing.Answered.class);
  }

  @Test
  void a_spec_agent_that_is_lost_three_times_blocks_the_run() {
    var asked = RunStory.created().opens().callsSpecAgent();
    for (var time = 0; time < 3; time++) {
      var order = RunStory.assertStep(CompileStep.Call.class, asked.plan().compile()).order();
      asked.called(new CallEvent.Lost(order, Loss.STALLED, Usage.NONE));
    }

    assertThat(asked.plan().compile())
        .isEqualTo(
            new CompileStep.Block(
                "the spec agent failed: its call was lost too often: the agent fell silent"));
  }

  @Test
  void an_auditor_that_is_lost_three_times_has_said_nothing() {
    var audited = RunStory.merged().beginsAudit().probes(1).callsAuditor();

    audited.auditorIsLost(Loss.CRASHED).auditorIsLost(Loss.CRASHED).auditorIsLost(Loss.CRASHED);

    assertThat(audited.run().calls().open()).isEmpty();
    assertThat(audited.run().audits().current().orElseThrow().needsAuditor()).isFalse();
    assertThat(audited.concludes(Verdict.PARTIAL).plan().over()).isTrue();
  }

  @Test
  void a_paused_spec_call_waits_too() {
    var asked = RunStory.created().opens().callsSpecAgent();
    asked.asks(new RunCommand.Pause("ada", true, Optional.empty()));
    var order = RunStory.assertStep(CompileStep.Call.class, asked.plan().compile()).order();

    asked.called(new CallEvent.Lost(order, Loss.PAUSED, Usage.NONE));

    assertThat(asked.run().calls().open()).isEmpty();
    asked.asks(new RunCommand.Resume("ada", Optional.empty()));
    assertThat(asked.answersSpec(SampleSpec.small().canonical()).run().calls().waiting()).isEmpty();
  }
}
