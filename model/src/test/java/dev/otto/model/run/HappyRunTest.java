package dev.otto.model.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.otto.model.Sample;
import dev.otto.model.audit.Verdict;
import dev.otto.model.compile.CompileStep;
import dev.otto.model.group.Standing;
import dev.otto.model.spec.SampleSpec;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/// A run that meets no trouble, event by event.
class HappyRunTest {
  @Test
  void a_new_run_asks_for_a_spec() {
    var story = RunStory.created().opens();

    assertThat(story.plan().compile()).isInstanceOf(CompileStep.Order.class);
    assertThat(story.run().state()).isEqualTo(new RunState.Working(Phase.COMPILE));
    assertThat(story.run().base()).contains(Sample.BASE);
  }

  @Test
  void a_spec_that_stands_names_the_run_and_plans_its_groups() {
    var story = RunStory.created().opens().compiles(SampleSpec.ofGroups("api", "web needs api"));

    assertThat(story.plan().compile()).isEqualTo(new CompileStep.Done());
    assertThat(story.run().title()).isEqualTo("Greeter");
    assertThat(story.run().groups())
        .extracting(group -> group.id().value())
        .containsExactly("api", "web");
    assertThat(story.run().phase()).isEqualTo(Phase.REVIEW);
  }

  @Test
  void approved_it_is_prepared_and_then_built() {
    var story = RunStory.created().opens().compiles(SampleSpec.small()).approves();
    assertThat(story.run().phase()).isEqualTo(Phase.PREPARE);

    story.prepares();

    assertThat(story.plan().prepareLeft()).isFalse();
    assertThat(story.run().head()).contains(Sample.commit("prepared"));
    assertThat(story.run().phase()).isEqualTo(Phase.BUILD);
  }

  @Test
  void a_group_is_called_checked_and_merged() {
    var story = RunStory.building("greeter");
    var group = story.group("greeter");

    group.begins();
    assertThat(group.standing()).isEqualTo(new Standing.Ready());
    group.isCalled();
    assertThat(story.run().calls().open()).containsExactly(group.call());
    group.answers();
    assertThat(story.run().calls().open()).isEmpty();
    group.passes();
    assertThat(group.step()).isEqualTo(new GroupStep.Wait());
    group.enters();
    assertThat(story.plan().toMerge()).contains(group.group());
    group.isMerged();

    assertThat(group.step()).isEqualTo(new GroupStep.Done());
    assertThat(story.run().head()).isEqualTo(group.group().merged());
    assertThat(story.plan().toMerge()).isEmpty();
    assertThat(story.run().phase()).isEqualTo(Phase.AUDIT);
  }

  @Test
  void the_merged_commit_is_audited_and_the_run_passes() {
    var story = RunStory.merged();
    assertThat(story.plan().auditDue().orElseThrow().commit()).isEqualTo(story.head());

    story.beginsAudit();
    assertThat(story.plan().auditDue()).isEmpty();
    story.probes(0);
    assertThat(story.run().audits().current().orElseThrow().needsAuditor()).isFalse();
    story.concludes(Verdict.PASSED);

    assertThat(story.plan().auditOpen()).isFalse();
    assertThat(story.plan().ending())
        .contains(new Ending(Verdict.PASSED, "every clause is proven; audited in 1 round"));
    assertThat(story.run().phase()).isEqualTo(Phase.RENDER);
  }

  @Test
  void the_packet_is_the_last_word() {
    var story = RunStory.passed();

    assertThat(story.run().state())
        .isEqualTo(
            new RunState.Ended(Verdict.PASSED, "every clause is proven; audited in 1 round"));
    assertThat(story.run().proof().orElseThrow().commit()).contains(story.head());
    assertThat(story.log().getLast().event()).isInstanceOf(RunEvent.Ended.class);
    assertThat(story.run().seq()).isEqualTo(story.log().size());
  }

  @Test
  void the_log_reads_as_the_story_of_the_run() {
    assertThat(RunStory.passed().log())
        .extracting(entry -> entry.event().word())
        .containsExactly(
            "created",
            "opened",
            "call.ordered",
            "call.answered",
            "spec.compiled",
            "spec.approved",
            "prepared",
            "group.attempt-begun",
            "call.ordered",
            "call.answered",
            "group.checked",
            "group.merge-ordered",
            "group.merged",
            "audit.begun",
            "audit.probed",
            "audit.concluded",
            "rendered",
            "ended");
  }

  @Test
  void what_the_calls_used_is_added_up() {
    var usage = RunStory.passed().run().calls().usage();

    assertThat(usage.calls()).isEqualTo(2);
    assertThat(usage.inputTokens()).isEqualTo(1100);
    assertThat(usage.usd()).contains(new BigDecimal("0.12"));
  }
}
