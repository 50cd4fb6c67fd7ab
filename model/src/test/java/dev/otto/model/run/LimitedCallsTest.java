package dev.otto.model.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.otto.model.call.CallEvent;
import dev.otto.model.call.Loss;
import dev.otto.model.call.Usage;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Calls whose account is at a limit.
class LimitedCallsTest {
  private static final RunCommand RESUME = new RunCommand.Resume("ada", Optional.empty());
  private static final RunCommand PAUSE = new RunCommand.Pause("ada", false, Optional.empty());

  private final RunStory story = RunStory.building("api", "docs");
  private final GroupStory api = story.group("api").begins().isCalled();

  @Test
  void the_run_says_whom_it_waits_for_and_until_when_and_no_time_of_its_budget_passes() {
    api.isLimited(3600);
    var until = story.run().calls().limited().getFirst().until();

    assertThat(story.run().state())
        .isEqualTo(new RunState.Limited("claude", until, "Not so fast."));
    assertThat(story.run().standsStill()).isTrue();
    assertThat(story.run().calls().open()).isEmpty();
    assertThat(story.run().time().since()).isEmpty();
  }

  @Test
  void it_says_when_the_first_of_its_calls_goes_on_and_works_while_any_other_runs() {
    var docs = story.group("docs").begins().isCalled();
    api.isLimited(3600);
    assertThat(story.run().state()).isInstanceOf(RunState.Working.class);

    docs.isLimited(60);

    assertThat(until(story.run())).isEqualTo(docs.limit().until());
  }

  @Test
  void the_same_try_is_made_when_the_time_is_over() {
    var order = api.call();
    api.isLimited(3600);

    story.called(new CallEvent.GoesOn(order));

    assertThat(story.run().calls().open()).containsExactly(order);
    assertThat(story.run().state()).isInstanceOf(RunState.Working.class);
    assertThat(story.run().time().since()).isPresent();
  }

  @Test
  void a_person_may_have_the_account_asked_at_once() {
    api.isLimited(3600);
    assertThat(RESUME.refusal(story.run())).isEmpty();

    story.asks(RESUME);

    assertThat(story.run().calls().limited()).isEmpty();
    assertThat(story.run().calls().open()).containsExactly(api.call());
    assertThat(api.call().anyway()).isTrue();
  }

  @Test
  void what_the_person_wanted_outlives_a_kill_but_not_the_answer_of_the_account() {
    api.isLimited(3600);
    story.asks(RESUME);

    story.called(new CallEvent.Lost(api.call(), Loss.OTTO_ENDED, Usage.NONE));
    assertThat(api.call().anyway()).isTrue();
    api.isLost(Loss.ACCOUNT);

    assertThat(api.call().anyway()).isFalse();
  }

  @Test
  void a_run_without_any_such_call_has_nothing_to_resume() {
    assertThat(RESUME.refusal(story.run())).isPresent();
  }

  @Test
  void a_run_that_is_paused_meanwhile_stands_still_until_somebody_resumes_it() {
    api.isLimited(3600);

    story.asks(PAUSE);
    assertThat(story.run().state()).isEqualTo(new RunState.Paused("paused by ada"));
    story.asks(RESUME);

    assertThat(story.run().calls().open()).containsExactly(api.call());
  }

  @Test
  void a_host_that_comes_back_does_not_ask_the_account() {
    api.isLimited(3600);
    story.happens(new RunEvent.Held("its host does not answer", false, true));

    story.happens(new RunEvent.Resumed("Otto: its host is back", Optional.empty()));

    assertThat(story.run().state()).isInstanceOf(RunState.Limited.class);
  }

  @Test
  void a_run_that_is_carried_on_waits_on() {
    api.isLimited(3600);
    var before = story.run().state();

    story.happens(new RunEvent.Recovered(2));

    assertThat(story.run().state()).isEqualTo(before);
  }

  @Test
  void the_abort_of_its_group_ends_the_wait() {
    api.isLimited(3600).isAbortedBy("ada").stops();

    assertThat(story.run().calls().limited()).isEmpty();
    assertThat(story.run().state()).isInstanceOf(RunState.Working.class);
  }

  private static Instant until(Run run) {
    return ((RunState.Limited) run.state()).until();
  }
}
