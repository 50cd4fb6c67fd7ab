package dev.otto.model.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.otto.model.GroupId;
import dev.otto.model.Sample;
import dev.otto.model.audit.AuditEvent;
import dev.otto.model.audit.Verdict;
import dev.otto.model.group.GroupEvent;
import dev.otto.model.group.Standing;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What is merged is audited; what fails is repaired and audited again, as a whole.
class AuditRoundsTest {
  private final RunStory story = RunStory.merged();
  private final GroupStory greeter = story.group("greeter");

  @Test
  void a_failed_audit_orders_repairs_with_their_evidence() {
    story.audits(Verdict.FAILED, "greeter");

    assertThat(story.plan().over()).isFalse();
    assertThat(story.plan().auditDue()).isEmpty();
    assertThat(story.plan().repairsDue())
        .containsExactly(
            new AuditEvent.Repair(new GroupId("greeter"), Sample.digest("mend greeter")));

    greeter.isRepaired();

    assertThat(story.plan().repairsDue()).isEmpty();
    assertThat(greeter.group().feedback()).contains(Sample.digest("mend greeter"));
    assertThat(greeter.group().round()).isEqualTo(1);
    assertThat(story.run().phase()).isEqualTo(Phase.REPAIR);
  }

  @Test
  void a_repair_begins_on_the_merged_branch_with_fresh_attempts() {
    story.audits(Verdict.FAILED, "greeter");

    greeter.isRepaired();

    assertThat(greeter.step())
        .isEqualTo(
            new GroupStep.Note(new GroupEvent.AttemptBegun(1, 1, story.head(), story.head())));
  }

  @Test
  void repaired_it_is_audited_again_and_may_pass() {
    story.audits(Verdict.FAILED, "greeter");
    greeter.isRepaired().builds().merges();

    assertThat(story.plan().auditDue()).contains(new AuditEvent.Begun(2, story.head()));
    story.audits(Verdict.PASSED).ends();

    assertThat(story.run().ended())
        .contains(new Ending(Verdict.PASSED, "every clause is proven; audited in 2 rounds"));
    assertThat(story.run().audits().earlier()).hasSize(1);
    assertThat(greeter.group().attempts()).isEqualTo(2);
  }

  @Test
  void a_repair_that_fails_leaves_the_verdict_of_the_audit() {
    story.audits(Verdict.FAILED, "greeter");
    var head = story.head();

    greeter.isRepaired();
    greeter.buildsBadly("same", "greeter-check").buildsBadly("same", "greeter-check");

    assertThat(greeter.standing()).isInstanceOf(Standing.Failed.class);
    assertThat(greeter.group().merged()).contains(head);
    assertThat(story.plan().auditDue()).isEmpty();
    story.ends();
    assertThat(story.run().ended())
        .contains(new Ending(Verdict.FAILED, "refuted: greeter-works; audited in 1 round"));
  }

  @Test
  void a_repair_that_changes_nothing_is_not_audited_again() {
    story.audits(Verdict.FAILED, "greeter");

    greeter.isRepaired().builds().enters().isRedundant();

    assertThat(story.plan().auditDue()).isEmpty();
    assertThat(story.plan().over()).isTrue();
  }

  @Test
  void when_the_rounds_are_used_up_the_last_verdict_stands() {
    story.audits(Verdict.FAILED, "greeter");
    greeter.isRepaired().builds().merges();
    story.audits(Verdict.FAILED, "greeter");
    greeter.isRepaired().builds().merges();

    story.audits(Verdict.FAILED, "greeter");

    assertThat(story.plan().repairsDue()).isEmpty();
    assertThat(story.ends().run().ended())
        .contains(new Ending(Verdict.FAILED, "refuted: greeter-works; audited in 3 rounds"));
  }

  @Test
  void all_repairs_of_a_round_are_ordered_before_the_next_audit() {
    var two = RunStory.building("api", "web");
    two.group("api").builds().merges();
    two.group("web").builds().merges();
    two.audits(Verdict.FAILED, "api", "web");

    two.group("api").isRepaired().builds().merges();

    assertThat(two.plan().auditDue()).isEmpty();
    assertThat(two.plan().repairsDue())
        .extracting(AuditEvent.Repair::group)
        .containsExactly(new GroupId("web"));
    two.group("web").isRepaired().builds().merges();
    assertThat(two.plan().auditDue()).isPresent();
  }

  @Test
  void a_group_that_was_never_merged_or_was_aborted_is_not_repaired() {
    var three = RunStory.building("api", "web", "docs");
    three.group("api").builds().merges();
    three.group("web").begins().isAbortedBy("ada").stops();
    three.group("docs").buildsBadly("x", "docs-check").buildsBadly("x", "docs-check");

    three.audits(Verdict.PARTIAL, "api", "web", "docs");

    assertThat(three.plan().repairsDue())
        .extracting(AuditEvent.Repair::group)
        .containsExactly(new GroupId("api"));
  }

  @Test
  void a_repair_can_be_aborted_and_what_was_merged_stays_merged() {
    story.audits(Verdict.FAILED, "greeter");

    greeter.isRepaired().begins().isAbortedBy("ada").stops();

    assertThat(greeter.group().neverMerges()).isFalse();
    assertThat(story.plan().over()).isTrue();
  }

  @Test
  void a_passed_audit_orders_no_repairs_whatever_it_lists() {
    assertThat(story.audits(Verdict.PASSED, "greeter").plan().repairsDue()).isEmpty();
  }

  @Test
  void an_auditor_is_asked_once_where_a_clause_is_judged() {
    story.beginsAudit().probes(2);
    assertThat(story.run().audits().current().orElseThrow().needsAuditor()).isTrue();

    story.callsAuditor().auditorAnswers();

    assertThat(story.run().audits().current().orElseThrow().needsAuditor()).isFalse();
    assertThat(story.plan().auditOpen()).isTrue();
    assertThat(story.concludes(Verdict.PASSED).plan().over()).isTrue();
  }

  @Test
  void an_abort_during_an_audit_ends_the_run_aborted() {
    story.beginsAudit().probes(1).callsAuditor();

    story.asks(new RunCommand.Abort("ada", "", Optional.empty())).ends();

    assertThat(story.run().ended().orElseThrow().verdict()).isEqualTo(Verdict.ABORTED);
    assertThat(story.run().calls().open()).isEmpty();
  }
}
