package dev.otto.model.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.otto.model.Sample;
import dev.otto.model.audit.Verdict;
import dev.otto.model.call.Answer;
import dev.otto.model.call.CallEvent;
import dev.otto.model.call.Loss;
import dev.otto.model.call.Usage;
import dev.otto.model.group.GroupEvent;
import dev.otto.model.group.Standing;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// A person ends a group or a run, at any moment.
class AbortTest {
  private final RunStory story = RunStory.building("api", "web needs api", "docs");
  private final GroupStory api = story.group("api");

  @Test
  void an_aborted_group_is_stopped_and_those_that_need_it_are_cancelled() {
    api.begins().isCalled().isAbortedBy("ada");
    assertThat(api.step()).isEqualTo(new GroupStep.Stop());
    assertThat(story.group("web").step()).isEqualTo(new GroupStep.Wait());

    api.stops();
    story.group("web").notes(GroupEvent.Cancelled.class);

    assertThat(api.standing()).isEqualTo(new Standing.Aborted("ada"));
    assertThat(story.group("web").standing())
        .isEqualTo(new Standing.Cancelled("it needs 'api', which is aborted"));
    assertThat(story.group("docs").builds().merges().standing())
        .isInstanceOf(Standing.Merged.class);
    assertThat(story.plan().auditDue()).isPresent();
  }

  @Test
  void the_calls_of_an_aborted_group_are_over() {
    api.begins().isCalled();
    var order = api.call();

    api.isAbortedBy("ada");
    story.called(new CallEvent.Lost(order, Loss.OTTO_ENDED, Sample.usage(7, 0, "0.01")));
    api.stops();

    assertThat(story.run().calls().open()).isEmpty();
    assertThat(story.run().calls().waiting()).isEmpty();
    assertThat(story.run().calls().usage().inputTokens()).isEqualTo(1007);
  }

  @Test
  void an_answer_that_comes_too_late_changes_nothing() {
    api.begins().isCalled();
    var answered =
        new CallEvent.Answered(api.call(), new Answer.Done(Optional.empty()), Usage.NONE);

    api.isAbortedBy("ada");
    story.called(answered);
    assertThat(api.step()).isEqualTo(new GroupStep.Stop());
    api.stops();
    story.called(answered);

    assertThat(api.standing()).isEqualTo(new Standing.Aborted("ada"));
  }

  @Test
  void checks_that_end_too_late_change_nothing() {
    api.begins().isCalled().answers();
    var step = api.step();

    api.isAbortedBy("ada");
    api.happens(
        new GroupEvent.Checked(
            1,
            0,
            Sample.commit("late"),
            Sample.tree("late"),
            List.of(),
            List.of(),
            Optional.empty(),
            List.of(),
            Sample.digest("report"),
            0));

    assertThat(step).isInstanceOf(GroupStep.Check.class);
    assertThat(api.standing()).isInstanceOf(Standing.Aborting.class);
  }

  @Test
  void what_the_lane_has_is_aborted_when_the_lane_lets_go_of_it() {
    api.builds().enters();

    api.happens(new GroupEvent.AbortRequested("ada", Optional.empty()));

    assertThat(api.standing()).isInstanceOf(Standing.Merging.class);
    assertThat(api.standing().word()).isEqualTo("aborting");
    assertThat(api.happens(new GroupEvent.CandidateDropped()).standing())
        .isEqualTo(new Standing.Aborting("ada"));
  }

  @Test
  void a_lane_that_was_faster_has_merged_the_group() {
    api.builds().enters();

    api.happens(new GroupEvent.AbortRequested("ada", Optional.empty()));

    assertThat(api.isMerged().standing()).isInstanceOf(Standing.Merged.class);
  }

  @Test
  void a_group_that_is_aborted_in_the_lane_is_not_aborted_twice() {
    api.builds().enters();
    var command = new RunCommand.AbortGroup("ada", api.group().id(), Optional.empty());
    assertThat(command.refusal(story.run())).isEmpty();

    api.happens(new GroupEvent.AbortRequested("ada", Optional.empty()));

    assertThat(command.refusal(story.run()).orElseThrow().sentence())
        .isEqualTo("Group api of run %s is aborting already.".formatted(Sample.RUN));
  }

  @Test
  void what_is_settled_cannot_be_aborted_any_more() {
    api.builds().merges();
    var command = new RunCommand.AbortGroup("ada", api.group().id(), Optional.empty());

    assertThat(command.refusal(story.run()).orElseThrow().sentence())
        .isEqualTo("Group api of run %s is merged already.".formatted(Sample.RUN));
    api.happens(new GroupEvent.AbortRequested("ada", Optional.empty()));
    assertThat(api.standing()).isInstanceOf(Standing.Merged.class);
  }

  @Test
  void an_aborted_run_does_no_more_work() {
    api.begins().isCalled();
    story.group("docs").builds();

    story.asks(new RunCommand.Abort("ada", "wrong idea", Optional.empty()));

    assertThat(story.plan().toMerge()).isEmpty();
    assertThat(api.step()).isEqualTo(new GroupStep.Done());
    assertThat(story.plan().over()).isTrue();
    assertThat(story.ends().run().ended())
        .contains(new Ending(Verdict.ABORTED, "aborted by ada: wrong idea"));
  }

  @Test
  void an_ended_run_has_no_live_work() {
    api.begins().isCalled();
    story.group("docs").begins().isAbortedBy("bob");
    story.asks(new RunCommand.Abort("ada", "", Optional.empty())).ends();

    assertThat(story.run().calls().open()).isEmpty();
    assertThat(story.run().groups()).allMatch(group -> group.standing().settled());
    assertThat(api.standing()).isEqualTo(new Standing.Cancelled("aborted by ada"));
    assertThat(story.group("web").standing()).isEqualTo(new Standing.Cancelled("aborted by ada"));
    assertThat(story.group("docs").standing()).isEqualTo(new Standing.Aborted("bob"));
  }

  @Test
  void an_abort_while_the_spec_is_compiled_ends_at_once() {
    var asked = RunStory.created().opens().callsSpecAgent();

    asked.asks(new RunCommand.Abort("ada", "", Optional.empty())).ends();

    assertThat(asked.run().ended()).contains(new Ending(Verdict.ABORTED, "aborted by ada"));
    assertThat(asked.run().calls().open()).isEmpty();
  }

  @Test
  void a_paused_run_can_be_aborted() {
    story.asks(new RunCommand.Pause("ada", false, Optional.empty()));

    story.asks(new RunCommand.Abort("ada", "", Optional.empty()));

    assertThat(story.run().hold()).isEmpty();
    assertThat(story.plan().over()).isTrue();
  }

  @Test
  void the_first_reason_to_stop_stays() {
    story.happens(new RunEvent.Blocked("the disk is full"));

    assertThat(new RunCommand.Abort("ada", "", Optional.empty()).refusal(story.run())).isPresent();
    story.happens(new RunEvent.AbortRequested("ada", "", Optional.empty()));

    assertThat(story.plan().ending()).contains(new Ending(Verdict.BLOCKED, "the disk is full"));
  }

  @Test
  void a_written_proof_is_not_contradicted_by_a_late_abort() {
    var rendered = RunStory.merged().audits(Verdict.PASSED).renders();

    assertThat(new RunCommand.Abort("ada", "", Optional.empty()).refusal(rendered.run()))
        .contains(new RunRefusal.Ending(Sample.RUN));
    rendered.happens(new RunEvent.AbortRequested("ada", "", Optional.empty())).endsAsPlanned();

    assertThat(rendered.run().ended().orElseThrow().verdict()).isEqualTo(Verdict.PASSED);
  }

  @Test
  void nothing_happens_to_an_ended_run() {
    var ended = RunStory.passed();

    assertThatThrownBy(() -> ended.happens(new RunEvent.Recovered(9)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("has ended; nothing happens to it");
    assertThat(new RunCommand.Abort("ada", "", Optional.empty()).refusal(ended.run()))
        .contains(new RunRefusal.AlreadyEnded(Sample.RUN, Verdict.PASSED));
  }
}
