package dev.otto.standalone.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.otto.model.Digest;
import dev.otto.model.Refusal;
import dev.otto.model.RunId;
import dev.otto.model.audit.Verdict;
import dev.otto.model.call.CallEvent;
import dev.otto.model.call.Loss;
import dev.otto.model.run.Hold;
import dev.otto.model.run.Run;
import dev.otto.model.run.RunEvent;
import dev.otto.model.run.RunState;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Runs that stand still, at the gate or because somebody or something holds them, stand still
/// through anything, and go on when a person says so.
@Tag("slow")
class GateAndHoldTest {
  @TempDir static Path folder;
  private static House house;
  private static Repository repository;

  @BeforeAll
  static void open() {
    repository = Repository.of(folder.resolve("thing"), Wish.resources().resolve("parts/base"));
    house = new House(folder.resolve("home"));
  }

  @AfterAll
  static void close() {
    house.close();
  }

  /// W-81: nothing is built before somebody has approved just this spec.
  @Test
  void a_run_at_the_gate_is_still_there_when_the_house_comes_up_again() {
    var run = asked(Wish.playing("parts").building("quick").withReview());
    var gate = house.until(run, GateAndHoldTest::waits).state();
    var spec = ((RunState.Waiting) gate).spec();

    goesDownAndComesUp();
    assertThatThrownBy(() -> house.obeys(run, Ada.approves(Digest.of("what it was yesterday"))))
        .isInstanceOf(Refusal.Refused.class)
        .hasMessageContaining("has changed since you looked: it is now " + short12(spec));
    assertThat(house.run(run).state()).isEqualTo(gate);
    assertThat(house.calls(run)).isEmpty();
    var _ = house.obeys(run, Ada.approves(spec));

    assertThat(verdict(run)).isEqualTo(Verdict.PASSED);
  }

  @Test
  void a_rejection_at_the_gate_ends_the_run_and_says_by_whom_and_why() {
    var run = asked(Wish.playing("parts").building("quick").withReview());
    house.until(run, GateAndHoldTest::waits);

    var _ = house.obeys(run, Ada.rejects("too small"));

    var ended = house.ends(run).ended().orElseThrow();
    assertThat(ended.verdict()).isEqualTo(Verdict.ABORTED);
    assertThat(ended.why()).isEqualTo("the spec was rejected by ada: too small");
    assertThat(house.calls(run)).isEmpty();
  }

  @Test
  void a_pause_lets_calls_end_and_begins_nothing_new() {
    var run = asked(waitingAndAfter());
    house.begins(run, "waiting");

    var _ = house.obeys(run, Ada.pauses());
    assertThat(house.run(run).state()).isInstanceOf(RunState.Pausing.class);
    house.letsGo(run, "waiting");
    house.until(run, GateAndHoldTest::paused);
    goesDownAndComesUp();
    house.happens(run, "recovered");
    assertThat(house.run(run).state()).isInstanceOf(RunState.Paused.class);
    assertThat(house.happenings(run)).doesNotContain("group.checked waiting, attempt 1");
    assertThat(house.calls(run)).hasSize(1);
    var _ = house.obeys(run, Ada.resumes());

    assertThat(verdict(run)).isEqualTo(Verdict.PASSED);
    assertThat(house.calls(run)).hasSize(2).allMatch(call -> call.tries() == 1);
  }

  @Test
  void a_call_that_ran_when_the_house_went_down_waits_for_the_paused_run() {
    var run = asked(waitingAndAfter());
    house.begins(run, "waiting");

    var _ = house.obeys(run, Ada.pauses());
    goesDownAndComesUp();
    house.until(run, GateAndHoldTest::paused);
    assertThat(Living.of(run)).isEmpty();
    var _ = house.obeys(run, Ada.resumes());
    house.letsGo(run, "waiting");

    assertThat(verdict(run)).isEqualTo(Verdict.PASSED);
    assertThat(losses(run)).containsExactly(Loss.OTTO_ENDED);
  }

  @Test
  void a_pause_at_once_ends_the_call_and_resuming_repeats_it() {
    var run = asked(waitingAndAfter());
    house.begins(run, "waiting");

    var _ = house.obeys(run, Ada.pausesAtOnce());
    house.until(run, GateAndHoldTest::paused);
    assertThat(Living.of(run)).isEmpty();
    goesDownAndComesUp();
    house.happens(run, "recovered");
    assertThat(house.run(run).state()).isInstanceOf(RunState.Paused.class);
    var _ = house.obeys(run, Ada.resumes());
    house.letsGo(run, "waiting");

    assertThat(verdict(run)).isEqualTo(Verdict.PASSED);
    assertThat(losses(run)).containsExactly(Loss.PAUSED);
    assertThat(house.calls(run).getFirst().stage()).isEqualTo("build");
  }

  @Test
  void the_abort_of_one_group_ends_what_needs_it_and_nothing_else() {
    var run =
        asked(
            Wish.playing("parts")
                .building(Parts.of("waiting", "quick").with("after", "waiting").with("other")));
    house.begins(run, "waiting");

    var _ = house.obeys(run, Ada.aborts("waiting"));

    assertThat(verdict(run)).isEqualTo(Verdict.PARTIAL);
    assertThat(house.run(run).groups())
        .extracting(group -> group.id() + " " + group.standing().word())
        .containsExactly("waiting aborted", "quick merged", "after cancelled", "other merged");
    assertThat(
            house.clone(
                run,
                "show",
                "refs/otto/salvage/%s/waiting/1:parts/waiting/begun.txt".formatted(run)))
        .isEqualTo("begun");
    assertThat(Living.of(run)).isEmpty();
  }

  @Test
  void a_run_whose_time_is_used_up_is_held_until_a_person_grants_as_much_again() {
    var run = asked(Wish.playing("parts").building("waiting").within(2));

    var held = house.until(run, state -> state.hold().isPresent());
    assertThat(held.hold())
        .contains(
            new Hold(
                "its time budget of 2 s is used up; resume it to grant as much again",
                false,
                true));
    house.begins(run, "waiting");
    house.letsGo(run, "waiting");
    house.until(run, GateAndHoldTest::paused);
    while (house
        .until(run, state -> state.ended().isPresent() || paused(state))
        .ended()
        .isEmpty()) {
      var _ = house.obeys(run, Ada.resumes());
    }

    assertThat(verdict(run)).isEqualTo(Verdict.PASSED);
  }

  private static RunId asked(Wish wish) {
    return house.ask(repository, wish);
  }

  private static Wish waitingAndAfter() {
    return Wish.playing("parts").building(Parts.of("waiting").with("after", "waiting"));
  }

  private static void goesDownAndComesUp() {
    house.goesDown();
    house.comesUp();
  }

  private static boolean waits(Run run) {
    return run.state() instanceof RunState.Waiting;
  }

  private static boolean paused(Run run) {
    return run.state() instanceof RunState.Paused;
  }

  private static Verdict verdict(RunId run) {
    return house.ends(run).ended().orElseThrow().verdict();
  }

  private static String short12(Digest digest) {
    return digest.hex().substring(0, 12);
  }

  private static List<Loss> losses(RunId run) {
    return house.log(run).stream()
        .flatMap(row ->
            row.body() instanceof RunEvent.OfCall(CallEvent.Lost lost)
                ? java.util.stream.Stream.of(lost.loss())
                : java.util.stream.Stream.<Loss>empty())
        .toList();
  }
}
