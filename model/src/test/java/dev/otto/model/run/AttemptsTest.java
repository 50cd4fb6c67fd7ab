package dev.otto.model.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.otto.model.Sample;
import dev.otto.model.audit.Verdict;
import dev.otto.model.call.Stage;
import dev.otto.model.group.GroupEvent;
import dev.otto.model.group.Standing;
import org.junit.jupiter.api.Test;

/// A group tries until its checks pass, and knows when to stop.
class AttemptsTest {
  private final RunStory story = RunStory.building("api", "web needs api");
  private final GroupStory api = story.group("api");

  @Test
  void a_failed_attempt_is_told_to_the_next_which_goes_on_with_its_work() {
    api.buildsBadly("half", "api-check");

    assertThat(api.group().trouble()).contains("api-check failed");
    assertThat(api.group().feedback()).contains(Sample.digest("report"));
    assertThat(api.step())
        .isEqualTo(
            new GroupStep.Note(
                new GroupEvent.AttemptBegun(
                    2, 0, Sample.commit("prepared"), Sample.commit("half"))));
  }

  @Test
  void a_second_attempt_that_passes_is_merged_like_a_first() {
    api.buildsBadly("half", "api-check").builds().merges();

    assertThat(api.standing()).isInstanceOf(Standing.Merged.class);
    assertThat(api.group().attempts()).isEqualTo(2);
    assertThat(api.group().trouble()).isEmpty();
    assertThat(api.group().feedback()).isEmpty();
  }

  @Test
  void the_third_failed_attempt_is_the_last_one() {
    api.buildsBadly("one", "api-check").buildsBadly("two", "api-check");
    api.buildsBadly("three", "api-check").notes(GroupEvent.Failed.class);

    assertThat(api.standing()).isEqualTo(new Standing.Failed("api-check failed, after 3 attempts"));
    assertThat(api.step()).isEqualTo(new GroupStep.Done());
  }

  @Test
  void the_same_content_with_the_same_failures_is_no_progress() {
    api.buildsBadly("same", "api-check", "lint").buildsBadly("same", "lint", "api-check");

    assertThat(api.standing())
        .isEqualTo(
            new Standing.Failed(
                "no progress, the same content came to the same end: lint, api-check failed"));
    assertThat(api.group().attemptNumber()).isEqualTo(2);
  }

  @Test
  void other_content_or_other_failures_are_progress() {
    api.buildsBadly("same", "api-check", "lint").buildsBadly("same", "lint");

    assertThat(api.step()).isInstanceOf(GroupStep.Note.class);
    assertThat(api.standing()).isEqualTo(new Standing.Resting());
  }

  @Test
  void an_agent_that_says_it_failed_has_used_up_an_attempt() {
    api.begins().isCalled().answersFailed("I cannot do this.");

    assertThat(api.group().trouble()).contains("I cannot do this.");
    assertThat(api.step())
        .isEqualTo(
            new GroupStep.Note(
                new GroupEvent.AttemptBegun(
                    2, 0, Sample.commit("prepared"), Sample.commit("prepared"))));
  }

  @Test
  void a_group_begins_when_what_it_needs_is_merged_and_on_that_branch() {
    var web = story.group("web");
    assertThat(web.step()).isEqualTo(new GroupStep.Wait());

    api.builds();
    assertThat(web.step()).isEqualTo(new GroupStep.Wait());
    api.merges();

    var head = api.group().merged().orElseThrow();
    assertThat(web.step())
        .isEqualTo(new GroupStep.Note(new GroupEvent.AttemptBegun(1, 0, head, head)));
  }

  @Test
  void a_group_whose_need_failed_is_cancelled_and_so_are_those_that_need_it() {
    var chain = RunStory.building("a", "b needs a", "c needs b", "d");
    chain.group("a").buildsBadly("x", "a-check").buildsBadly("x", "a-check");

    chain.group("b").notes(GroupEvent.Cancelled.class);
    chain.group("c").notes(GroupEvent.Cancelled.class);

    assertThat(chain.group("b").standing())
        .isEqualTo(new Standing.Cancelled("it needs 'a', which is failed"));
    assertThat(chain.group("c").standing())
        .isEqualTo(new Standing.Cancelled("it needs 'b', which is cancelled"));
    assertThat(chain.group("d").step()).isInstanceOf(GroupStep.Note.class);
  }

  @Test
  void if_nothing_is_merged_there_is_nothing_to_audit() {
    api.buildsBadly("same", "api-check").buildsBadly("same", "api-check");
    story.group("web").notes(GroupEvent.Cancelled.class);

    assertThat(story.plan().nothingToAudit()).contains("no group was merged");
    assertThat(story.plan().auditDue()).isEmpty();
  }

  @Test
  void a_first_call_builds_and_a_call_of_a_repair_fixes() {
    var repaired = RunStory.merged().audits(Verdict.FAILED, "greeter");
    var greeter = repaired.group("greeter");
    greeter.isRepaired().begins();

    assertThat(api.begins().isCalled().call().stage()).isEqualTo(Stage.BUILD);
    assertThat(greeter.isCalled().call().stage()).isEqualTo(Stage.FIX);
    assertThat(greeter.call().words()).isEqualTo("fix greeter, round 1");
  }
}
