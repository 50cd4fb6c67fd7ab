package dev.otto.model.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.otto.model.Sample;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// A run stands still when a person or Otto wants it, and its clock with it.
class PauseTest {
  private static final RunCommand PAUSE = new RunCommand.Pause("ada", false, Optional.empty());
  private static final RunCommand PAUSE_NOW = new RunCommand.Pause("ada", true, Optional.empty());
  private static final RunCommand RESUME = new RunCommand.Resume("ada", Optional.empty());

  @Test
  void while_calls_run_it_is_pausing_and_then_paused() {
    var story = RunStory.building("api");
    var api = story.group("api").begins().isCalled();

    story.asks(PAUSE);
    assertThat(story.run().state()).isEqualTo(new RunState.Pausing("paused by ada"));
    api.answers();

    assertThat(story.run().state()).isEqualTo(new RunState.Paused("paused by ada"));
    assertThat(story.asks(RESUME).run().state()).isEqualTo(new RunState.Working(Phase.BUILD));
  }

  @Test
  void a_call_that_is_ordered_while_the_run_is_held_does_not_run() {
    var story = RunStory.building("api").asks(PAUSE);

    var api = story.group("api").begins().isCalled();

    assertThat(story.run().state()).isEqualTo(new RunState.Paused("paused by ada"));
    assertThat(story.asks(RESUME).run().calls().open()).containsExactly(api.call());
  }

  @Test
  void it_can_be_hurried_but_not_paused_twice() {
    var story = RunStory.building("api").asks(PAUSE);
    assertThat(PAUSE.refusal(story.run())).contains(new RunRefusal.AlreadyPaused(Sample.RUN));

    story.asks(PAUSE_NOW);

    assertThat(story.run().hold()).contains(new Hold("paused by ada", true, false));
    assertThat(PAUSE_NOW.refusal(story.run())).contains(new RunRefusal.AlreadyPaused(Sample.RUN));
  }

  @Test
  void what_is_not_paused_cannot_be_resumed() {
    assertThat(RESUME.refusal(RunStory.building("api").run()))
        .contains(new RunRefusal.NotPaused(Sample.RUN));
  }

  @Test
  void at_the_gate_there_is_nothing_to_pause() {
    assertThat(PAUSE.refusal(RunStory.atTheGate().run()))
        .contains(new RunRefusal.AtTheGate(Sample.RUN));
  }

  @Test
  void otto_holds_a_run_with_a_reason() {
    var story = RunStory.building("api").happens(new RunEvent.Held("it failed three times", false));

    assertThat(story.run().state()).isEqualTo(new RunState.Paused("it failed three times"));
  }

  @Test
  void a_run_that_is_held_while_it_ends_can_be_resumed() {
    var story = RunStory.building("api");
    story.asks(new RunCommand.Abort("ada", "", Optional.empty()));
    story.happens(new RunEvent.Held("it failed three times", false));
    assertThat(story.run().state()).isInstanceOf(RunState.Paused.class);

    story.asks(RESUME).ends();

    assertThat(story.run().ended()).isPresent();
  }

  @Test
  void working_time_counts_what_lies_between_events() {
    var story = RunStory.building("api");
    var before = story.run().time().millis();

    story.passes(Duration.ofMinutes(10)).group("api").begins();

    assertThat(story.run().time().millis() - before).isEqualTo(601_000);
  }

  @Test
  void working_time_does_not_count_a_pause() {
    var story = RunStory.building("api").asks(PAUSE);
    var before = story.run().time().millis();

    story.passes(Duration.ofHours(9)).asks(RESUME);
    assertThat(story.run().time().millis()).isEqualTo(before);

    story.passes(Duration.ofMinutes(1)).group("api").begins();
    assertThat(story.run().time().millis() - before).isEqualTo(61_000);
  }

  @Test
  void working_time_does_not_count_the_gate() {
    var story = RunStory.atTheGate();
    var before = story.run().time().millis();

    story.passes(Duration.ofHours(9)).approves();

    assertThat(story.run().time().millis()).isEqualTo(before);
    assertThat(story.prepares().run().time().millis() - before).isEqualTo(1_000);
  }

  @Test
  void working_time_does_not_count_what_lies_before_a_recovery() {
    var story = RunStory.building("api");
    var before = story.run().time().millis();

    story.passes(Duration.ofHours(9)).happens(new RunEvent.Recovered(2));
    assertThat(story.run().time().millis()).isEqualTo(before);

    story.group("api").begins();
    assertThat(story.run().time().millis() - before).isEqualTo(1_000);
  }

  @Test
  void a_paused_run_that_is_carried_on_still_counts_nothing() {
    var story = RunStory.building("api").asks(PAUSE);
    var before = story.run().time().millis();

    story.passes(Duration.ofHours(1)).happens(new RunEvent.Recovered(2));
    story.passes(Duration.ofHours(1)).asks(RESUME);

    assertThat(story.run().time().millis()).isEqualTo(before);
  }

  @Test
  void what_is_left_of_a_limit_is_never_less_than_nothing() {
    var time = RunStory.building("api").happens(new RunEvent.Recovered(2)).run().time();
    var now = time.since().orElseThrow();

    assertThat(time.left(60, now)).isEqualTo(Duration.ofMillis(60_000 - time.millis()));
    assertThat(time.left(60, now.plusSeconds(30)))
        .isEqualTo(Duration.ofMillis(30_000 - time.millis()));
    assertThat(time.left(60, now.plusSeconds(999))).isZero();
  }

  @Test
  void who_resumes_a_run_whose_time_is_used_up_grants_as_much_again() {
    var story = RunStory.building("api");
    var before = story.run().time().left(60, story.now());

    story.happens(new RunEvent.Held("its time is used up", true)).asks(RESUME);

    assertThat(story.run().time().left(60, story.now()))
        .isEqualTo(before.plusSeconds(60).minusSeconds(1));
  }

  @Test
  void who_resumes_a_run_that_was_paused_grants_nothing() {
    var story = RunStory.building("api").asks(PAUSE).asks(RESUME);

    assertThat(story.run().time().grants()).isZero();
  }

  @Test
  void an_ended_run_counts_no_more() {
    assertThat(RunStory.passed().run().time().since()).isEmpty();
  }

  @Test
  void a_clock_that_goes_back_takes_nothing_away() {
    var story = RunStory.building("api");
    var before = story.run().time().millis();

    story.passes(Duration.ofHours(-1)).group("api").begins();

    assertThat(story.run().time().millis()).isEqualTo(before);
  }
}
