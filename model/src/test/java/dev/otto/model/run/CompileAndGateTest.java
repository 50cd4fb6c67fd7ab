package dev.otto.model.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.otto.model.Digest;
import dev.otto.model.Sample;
import dev.otto.model.audit.Verdict;
import dev.otto.model.call.Answer;
import dev.otto.model.call.CallEvent;
import dev.otto.model.call.Usage;
import dev.otto.model.compile.CompileStep;
import dev.otto.model.settings.RunSettings;
import dev.otto.model.spec.Gate;
import dev.otto.model.spec.GroupPlan;
import dev.otto.model.spec.SampleSpec;
import dev.otto.model.spec.SpecEvent;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// An intent becomes a spec, and a person may have to approve it.
class CompileAndGateTest {
  private static final Digest SPEC = SampleSpec.small().digest();

  @Test
  void an_answer_that_breaks_the_rules_goes_back_with_what_is_wrong() {
    var story = RunStory.created().opens().callsSpecAgent().answersSpec("{}").refusesSpec();

    var order = RunStory.assertStep(CompileStep.Order.class, story.plan().compile()).order();
    assertThat(order.attempt()).isEqualTo(2);
    assertThat(story.run().compilation().violations()).contains(Sample.digest("violations"));
    assertThat(story.compiles(SampleSpec.small()).run().compilation().violations()).isEmpty();
  }

  @Test
  void after_three_refused_answers_the_run_is_blocked() {
    var story = RunStory.created().opens();
    for (var round = 1; round <= 3; round++) {
      story.callsSpecAgent().answersSpec("{}").refusesSpec();
    }

    var block = RunStory.assertStep(CompileStep.Block.class, story.plan().compile());
    assertThat(block.why()).isEqualTo("the spec still breaks the rules after 3 answers");
    story.happens(new RunEvent.Blocked(block.why())).ends();
    assertThat(story.run().ended()).contains(new Ending(Verdict.BLOCKED, block.why()));
  }

  @Test
  void an_agent_that_fails_or_says_nothing_blocks_the_run() {
    assertThat(answered(new Answer.Failed("auth", "not logged in")))
        .isEqualTo(new CompileStep.Block("the spec agent failed: not logged in"));
    assertThat(answered(new Answer.Done(Optional.empty())))
        .isEqualTo(new CompileStep.Block("the spec agent answered without a spec"));
  }

  @Test
  void a_spec_that_a_person_wrote_needs_no_call() {
    var story = RunStory.created(fromSpec()).opens();

    assertThat(story.plan().compile()).isEqualTo(new CompileStep.Accept(SPEC));
    assertThat(story.accepts(SampleSpec.small()).plan().compile())
        .isEqualTo(new CompileStep.Done());
  }

  @Test
  void a_persons_spec_that_breaks_the_rules_blocks_the_run() {
    var story = RunStory.created(fromSpec()).opens().refusesSpec();

    assertThat(story.plan().compile())
        .isEqualTo(new CompileStep.Block("the given spec breaks the rules"));
  }

  @Test
  void at_the_gate_the_run_waits_for_a_person_and_names_the_spec() {
    var story = RunStory.atTheGate();

    var waiting = (RunState.Waiting) story.run().state();
    assertThat(waiting.what()).isEqualTo("a person to approve the spec");
    assertThat(waiting.spec()).isEqualTo(SPEC);
    assertThat(waiting.due()).isEqualTo(Sample.NOON.plusSeconds(86_400 + 4));
    assertThat(story.plan().reviewLeft()).isTrue();
  }

  @Test
  void a_run_killed_at_the_gate_is_still_at_the_gate() {
    // W-81: whoever resumes must not build without an approval.
    var story = RunStory.atTheGate();
    var before = story.run().state();

    story.happens(new RunEvent.Recovered(2));

    assertThat(story.run().state()).isEqualTo(before);
    assertThat(story.plan().reviewLeft()).isTrue();
  }

  @Test
  void approved_it_goes_on() {
    var story = RunStory.atTheGate();

    story.asks(new RunCommand.Approve("ada", SPEC, Optional.of("key-1")));

    assertThat(story.plan().reviewLeft()).isFalse();
    assertThat(story.run().compilation().gate()).isEqualTo(new Gate.Approved("ada"));
    assertThat(story.log().getLast().event().commandKey()).contains("key-1");
    assertThat(story.run().phase()).isEqualTo(Phase.PREPARE);
  }

  @Test
  void an_approval_of_another_spec_is_stale() {
    var approve = new RunCommand.Approve("ada", Sample.digest("older"), Optional.empty());

    assertThat(approve.refusal(RunStory.atTheGate().run()))
        .contains(new RunRefusal.StaleApproval(Sample.RUN, SPEC));
  }

  @Test
  void a_new_revision_at_the_gate_makes_older_approvals_stale() {
    var story = RunStory.atTheGate();
    var other = SampleSpec.ofGroups("api");

    story.happens(
        new RunEvent.OfSpec(
            new SpecEvent.Compiled(2, other.digest(), "Other", GroupPlan.of(other))));

    assertThat(new RunCommand.Approve("ada", SPEC, Optional.empty()).refusal(story.run()))
        .contains(new RunRefusal.StaleApproval(Sample.RUN, other.digest()));
    assertThat(new RunCommand.Approve("ada", other.digest(), Optional.empty()).refusal(story.run()))
        .isEmpty();
  }

  @Test
  void what_a_person_writes_at_the_gate_is_the_next_revision_and_the_gate_stays_open() {
    var story = RunStory.atTheGate();
    var gate = story.run().compilation().gate();
    var other = SampleSpec.ofGroups("api");

    story.asks(edit(SPEC));

    var revision = story.run().compilation().revision().orElseThrow();
    assertThat(revision.number()).isEqualTo(2);
    assertThat(revision.spec()).isEqualTo(other.digest());
    assertThat(story.run().title()).isEqualTo("Other");
    assertThat(story.run().groups()).hasSize(other.groups().size());
    assertThat(story.run().compilation().gate()).isEqualTo(gate);
    assertThat(story.log().getLast().event().commandKey()).contains("key-2");
    assertThat(new RunCommand.Approve("ada", SPEC, Optional.empty()).refusal(story.run()))
        .contains(new RunRefusal.StaleApproval(Sample.RUN, other.digest()));
  }

  @Test
  void a_spec_is_changed_only_at_the_gate_and_only_by_who_has_seen_it() {
    assertThat(edit(Sample.digest("older")).refusal(RunStory.atTheGate().run()))
        .contains(new RunRefusal.StaleApproval(Sample.RUN, SPEC));
    assertThat(edit(SPEC).refusal(RunStory.building("api").run()))
        .contains(new RunRefusal.NotAtTheGate(Sample.RUN));
  }

  @Test
  void
      wanted_otherwise_the_spec_is_written_again_and_comes_back_to_the_gate_as_the_next_revision() {
    var story = RunStory.atTheGate();
    var other = SampleSpec.ofGroups("api");

    story.asks(regenerate(SPEC));

    assertThat(story.run().phase()).isEqualTo(Phase.COMPILE);
    assertThat(story.run().compilation().wish()).contains(Sample.digest("a wish"));
    assertThat(story.plan().reviewLeft()).isFalse();
    var order = RunStory.assertStep(CompileStep.Order.class, story.plan().compile()).order();
    assertThat(order.attempt()).isEqualTo(1);
    assertThat(new RunCommand.Approve("ada", SPEC, Optional.empty()).refusal(story.run()))
        .contains(new RunRefusal.NotAtTheGate(Sample.RUN));

    story.happens(
        new RunEvent.OfSpec(
            new SpecEvent.Compiled(2, other.digest(), "Other", GroupPlan.of(other))));

    assertThat(story.run().compilation().revision().orElseThrow().number()).isEqualTo(2);
    assertThat(story.run().compilation().wish()).isEmpty();
    assertThat(story.plan().reviewLeft()).isTrue();
    assertThat(story.run().compilation().gate()).isEqualTo(new Gate.NotReached());
  }

  @Test
  void a_spec_that_cannot_be_written_again_stays_and_waits_for_its_approval() {
    var story = RunStory.atTheGate().asks(regenerate(SPEC));
    for (var round = 1; round <= 3; round++) {
      story.callsSpecAgent().answersSpec("{}").refusesSpec();
    }

    var keep = RunStory.assertStep(CompileStep.Keep.class, story.plan().compile());
    story.happens(new RunEvent.OfSpec(new SpecEvent.Kept(keep.why())));

    assertThat(keep.why()).isEqualTo("the spec still breaks the rules after 3 answers");
    assertThat(story.run().compilation().revision().orElseThrow().spec()).isEqualTo(SPEC);
    assertThat(story.plan().reviewLeft()).isTrue();
  }

  @Test
  void a_persons_own_spec_is_written_again_by_the_agent() {
    var story = RunStory.created(fromSpec()).opens().accepts(SampleSpec.small());
    story.happens(new RunEvent.OfSpec(new SpecEvent.GateOpened(Sample.NOON.plusSeconds(60))));

    story.asks(regenerate(SPEC));

    RunStory.assertStep(CompileStep.Order.class, story.plan().compile());
  }

  @Test
  void a_spec_is_written_again_only_at_the_gate_and_only_for_who_has_seen_it() {
    assertThat(regenerate(Sample.digest("older")).refusal(RunStory.atTheGate().run()))
        .contains(new RunRefusal.StaleApproval(Sample.RUN, SPEC));
    assertThat(regenerate(SPEC).refusal(RunStory.building("api").run()))
        .contains(new RunRefusal.NotAtTheGate(Sample.RUN));
  }

  private static RunCommand regenerate(Digest looked) {
    return new RunCommand.Regenerate("ada", looked, Sample.digest("a wish"), Optional.of("key-3"));
  }

  private static RunCommand edit(Digest looked) {
    var other = SampleSpec.ofGroups("api");
    return new RunCommand.Edit(
        "ada", looked, other.digest(), "Other", GroupPlan.of(other), Optional.of("key-2"));
  }

  @Test
  void a_rejection_aborts_the_run_and_says_by_whom_and_why() {
    var story = RunStory.atTheGate();

    story.asks(new RunCommand.Reject("ada", "too big", Optional.empty())).ends();

    assertThat(story.run().ended())
        .contains(new Ending(Verdict.ABORTED, "the spec was rejected by ada: too big"));
  }

  @Test
  void a_gate_that_nobody_opens_blocks_the_run() {
    var story = RunStory.atTheGate();

    story.happens(new RunEvent.OfSpec(new SpecEvent.GateTimedOut())).ends();

    assertThat(story.run().ended())
        .contains(new Ending(Verdict.BLOCKED, "nobody approved the spec in time"));
  }

  @Test
  void approving_is_refused_where_there_is_no_gate() {
    var approve = new RunCommand.Approve("ada", SPEC, Optional.empty());
    var reject = new RunCommand.Reject("ada", "", Optional.empty());

    assertThat(approve.refusal(RunStory.building("api").run()))
        .contains(new RunRefusal.NotAtTheGate(Sample.RUN));
    assertThat(reject.refusal(RunStory.created().run()))
        .contains(new RunRefusal.NotAtTheGate(Sample.RUN));
  }

  private static CompileStep answered(Answer answer) {
    var story = RunStory.created().opens().callsSpecAgent();
    var order = RunStory.assertStep(CompileStep.Call.class, story.plan().compile()).order();
    return story.called(new CallEvent.Answered(order, answer, Usage.NONE)).plan().compile();
  }

  private static RunSettings fromSpec() {
    return new RunSettings(
        "scripted", Optional.empty(), Optional.of(SPEC), false, 0, 0, 0, 0, Optional.empty(), 0, 0);
  }
}
