package dev.otto.model.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.otto.model.GroupId;
import dev.otto.model.Sample;
import dev.otto.model.call.Loss;
import dev.otto.model.call.Stage;
import dev.otto.model.group.GroupEvent;
import dev.otto.model.group.Standing;
import dev.otto.model.group.Start;
import org.junit.jupiter.api.Test;

/// The lane merges one group after the other, and knows what to do when it cannot.
class LaneTest {
  private final RunStory story = RunStory.building("api", "web");
  private final GroupStory api = story.group("api");
  private final GroupStory web = story.group("web");

  @Test
  void groups_that_share_nothing_are_merged_as_they_become_ready() {
    web.builds();
    assertThat(story.plan().toMerge()).contains(web.group());

    web.merges();
    api.builds();

    assertThat(story.plan().toMerge()).contains(api.group());
  }

  @Test
  void a_group_that_is_half_merged_comes_first() {
    web.builds().enters();
    api.builds();

    assertThat(story.plan().toMerge()).contains(web.group());
  }

  @Test
  void groups_that_share_paths_are_merged_in_one_fixed_order() {
    var shared = RunStory.building("a shares package.json", "b shares package.json", "c");
    shared.group("b").builds();
    assertThat(shared.run().group(new GroupId("b")).orElseThrow().plan().mergesAfter())
        .containsExactly(new GroupId("a"));
    assertThat(shared.plan().toMerge()).isEmpty();

    shared.group("c").builds().merges();
    assertThat(shared.plan().toMerge()).isEmpty();
    shared.group("a").builds().merges();

    assertThat(shared.plan().toMerge()).contains(shared.group("b").group());
  }

  @Test
  void a_group_waits_no_longer_for_one_that_has_failed() {
    var shared = RunStory.building("a shares package.json", "b shares package.json");
    shared.group("b").builds();

    shared.group("a").buildsBadly("x", "a-check").buildsBadly("x", "a-check");

    assertThat(shared.plan().toMerge()).contains(shared.group("b").group());
  }

  @Test
  void a_conflict_is_solved_by_one_call_in_the_same_attempt() {
    api.builds().merges();
    web.builds().enters().conflictsIn("package.json");

    web.isCalled();
    assertThat(web.call().stage()).isEqualTo(Stage.CONFLICT);
    assertThat(web.call().attempt()).isEqualTo(1);
    var attempt = web.group().attempt().orElseThrow();
    assertThat(attempt.base()).isEqualTo(story.head());
    assertThat(attempt.from()).isEqualTo(web.marked());
    assertThat(attempt.conflicts()).containsExactly("package.json");
    web.answers().passes().merges();

    assertThat(web.standing()).isInstanceOf(Standing.Merged.class);
    assertThat(web.group().attempts()).isEqualTo(1);
  }

  @Test
  void a_second_conflict_builds_anew_on_the_branch_as_it_then_is() {
    web.builds().enters().conflictsIn("package.json");
    web.isCalled().answers().passes().enters().conflictsIn("package.json");
    assertThat(web.group().trouble()).contains("its merge conflicts in package.json again");

    api.builds().merges();

    assertThat(web.step())
        .isEqualTo(
            new GroupStep.Note(new GroupEvent.AttemptBegun(2, 0, story.head(), story.head())));
  }

  @Test
  void what_a_failed_conflict_call_left_behind_is_built_anew() {
    web.builds().enters().conflictsIn("package.json");

    web.isCalled().answersFailed("I cannot merge this.");

    assertThat(web.group().next()).isEmpty();
    assertThat(web.begins().group().attempt().orElseThrow().from()).isEqualTo(story.head());
    assertThat(web.group().attempt().orElseThrow().conflicts()).isEmpty();
  }

  @Test
  void a_lost_conflict_call_is_built_anew_too() {
    web.builds().enters().conflictsIn("package.json");

    web.isCalled().isLost(Loss.CRASHED).isLost(Loss.CRASHED).isLost(Loss.CRASHED);

    assertThat(web.group().next()).isEmpty();
  }

  @Test
  void a_solution_that_fails_its_checks_is_built_anew_and_told_why() {
    web.builds().enters().conflictsIn("package.json");

    web.isCalled().answers().fails("bad solution", "web-check");

    assertThat(web.group().next()).isEmpty();
    assertThat(web.group().feedback()).contains(Sample.digest("report"));
  }

  @Test
  void a_red_candidate_is_a_failed_attempt_that_goes_on_from_the_candidate() {
    api.builds().merges();
    var head = story.head();

    web.builds().enters().isRedAsCandidate("api-check");

    assertThat(web.group().trouble()).contains("api-check failed on the merged candidate");
    assertThat(web.group().feedback()).contains(Sample.digest("red candidate"));
    assertThat(web.group().next()).contains(new Start(head, web.candidate()));
    assertThat(story.head()).isEqualTo(head);
    assertThat(web.begins().group().attemptNumber()).isEqualTo(2);
  }

  @Test
  void three_red_candidates_fail_the_group_and_nobody_else() {
    for (var attempt = 1; attempt <= 3; attempt++) {
      web.builds().enters().isRedAsCandidate("web-check");
    }

    web.notes(GroupEvent.Failed.class);

    assertThat(web.standing())
        .isEqualTo(
            new Standing.Failed("web-check failed on the merged candidate, after 3 attempts"));
    assertThat(api.builds().merges().standing()).isInstanceOf(Standing.Merged.class);
    assertThat(story.plan().auditDue()).isPresent();
  }

  @Test
  void a_group_that_adds_nothing_is_merged_and_the_branch_stays() {
    var head = story.head();

    api.builds().enters().isRedundant();

    assertThat(api.standing()).isEqualTo(new Standing.Merged(head, true));
    assertThat(story.head()).isEqualTo(head);
    assertThat(api.group().neverMerges()).isFalse();
  }
}
