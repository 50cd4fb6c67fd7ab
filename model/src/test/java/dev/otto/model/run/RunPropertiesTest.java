package dev.otto.model.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.otto.model.GroupId;
import dev.otto.model.audit.Verdict;
import dev.otto.model.call.CallEvent;
import dev.otto.model.call.CallOrder;
import dev.otto.model.call.Usage;
import dev.otto.model.group.Group;
import dev.otto.model.group.GroupEvent;
import dev.otto.model.group.Standing;
import dev.otto.model.json.Json;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What holds of every run in every moment of its life, asked of some hundred lives.
class RunPropertiesTest {
  private static final int LIVES = 200;
  private static final int LONG_ENOUGH = 2000;

  @Test
  void a_run_always_has_a_next_step_or_waits_for_somebody_and_it_ends() {
    lives()
        .forEach(life -> {
          while (life.run().ended().isEmpty()) {
            assertThat(!life.steps().isEmpty() || life.waitsForSomebody())
                .as(() -> "it is stuck: " + Json.text(life.run()))
                .isTrue();
            assertThat(life.log().size()).as("how long it lives").isLessThan(LONG_ENOUGH);
            life.lives(life.next());
          }
        });
  }

  @Test
  void lives_end_in_every_way() {
    var endings = new EnumMap<Verdict, Integer>(Verdict.class);
    lived()
        .forEach(
            life -> endings.merge(life.run().ended().orElseThrow().verdict(), 1, Integer::sum));

    assertThat(endings).containsOnlyKeys(Verdict.values());
  }

  @Test
  void an_ended_run_has_a_verdict_a_proof_and_no_live_work() {
    lived()
        .map(RunWalk::run)
        .forEach(run -> {
          assertThat(run.state()).isInstanceOf(RunState.Ended.class);
          assertThat(run.proof()).isPresent();
          assertThat(run.calls().open()).isEmpty();
          assertThat(run.calls().waiting()).isEmpty();
          assertThat(run.calls().limited()).isEmpty();
          assertThat(run.groups()).allMatch(group -> group.standing().settled());
          assertThat(run.time().since()).isEmpty();
          assertThatThrownBy(() -> run.after(new RunEvent.Recovered(99), Instant.MAX))
              .isInstanceOf(IllegalStateException.class);
        });
  }

  @Test
  void the_events_of_a_run_are_the_run() {
    lived()
        .forEach(life -> {
          var first = life.log().getFirst();
          var run = Run.created(life.run().id(), life.created(), first.at());
          for (var entry : life.log().subList(1, life.log().size())) {
            run = run.after(entry.event(), entry.at());
          }
          assertThat(run).isEqualTo(life.run());
          assertThat(run.seq()).isEqualTo(life.log().size());
        });
  }

  @Test
  void every_moment_can_be_stored_and_read_back() {
    lives()
        .limit(LIVES / 3)
        .forEach(life -> {
          while (life.run().ended().isEmpty()) {
            var event = life.next();
            assertThat(Json.value(Json.text(event), RunEvent.class)).isEqualTo(event);
            life.lives(event);
            assertThat(Json.value(Json.text(life.run()), Run.class)).isEqualTo(life.run());
          }
        });
  }

  @Test
  void every_moment_can_be_shown() {
    lives()
        .limit(LIVES / 3)
        .forEach(life -> {
          while (life.run().ended().isEmpty()) {
            life.lives(life.next());
            var run = life.run();
            assertThat(run.state().word()).isNotBlank();
            assertThat(Actions.of(run, Optional.empty()))
                .allMatch(action -> action.enabled() == action.reason().isEmpty());
            assertThat(Phase.valueOf(run.phase().name())).isEqualTo(run.phase());
          }
        });
  }

  @Test
  void no_group_begins_before_what_it_needs_is_merged() {
    moments((before, event, _) -> {
      if (event instanceof RunEvent.OfGroup(var id, GroupEvent.AttemptBegun begun)) {
        var needs = before.group(id).orElseThrow().plan().needs();
        assertThat(needs).allMatch(need -> group(before, need).merged().isPresent());
        assertThat(begun.attempt()).isLessThanOrEqualTo(before.settings().maxAttempts());
      }
    });
  }

  @Test
  void the_lane_has_one_group_at_a_time_and_keeps_its_order() {
    moments((before, event, _) -> {
      if (event instanceof RunEvent.OfGroup(var id, GroupEvent.MergeOrdered _)) {
        assertThat(before.groups())
            .noneMatch(group -> group.standing() instanceof Standing.Merging);
        assertThat(group(before, id).plan().mergesAfter())
            .allMatch(earlier -> group(before, earlier).standing().settled());
      }
    });
  }

  @Test
  void a_call_is_open_exactly_while_its_group_is_calling() {
    moments((before, _, _) -> {
      var groups =
          before.groups().stream().map(Group::standing).filter(Standing.Calling.class::isInstance);
      var calling = groups.map(standing -> ((Standing.Calling) standing).call());
      assertThat(calling).allMatch(call -> before.calls().unended(call).isPresent());
      assertThat(unended(before).map(CallOrder::id)).doesNotHaveDuplicates();
      assertThat(unended(before).flatMap(order -> order.group().stream()))
          .doesNotHaveDuplicates()
          .allMatch(id ->
              switch (group(before, id).standing()) {
                case Standing.Calling _, Standing.Aborting _ -> true;
                default -> false;
              });
    });
  }

  @Test
  void an_abort_is_never_undone_and_what_is_settled_only_a_repair_changes() {
    moments((before, event, after) -> {
      for (var group : before.groups()) {
        var next = group(after, group.id()).standing();
        switch (group.standing()) {
          case Standing.Aborting _ ->
              assertThat(next)
                  .isInstanceOfAny(
                      Standing.Aborting.class, Standing.Aborted.class, Standing.Merged.class);
          case Standing.Merged _, Standing.Failed _, Standing.Cancelled _, Standing.Aborted _ -> {
            if (!(event instanceof RunEvent.OfGroup(_, GroupEvent.RepairOrdered _))) {
              assertThat(next).isEqualTo(group.standing());
            }
          }
          default -> {}
        }
      }
    });
  }

  @Test
  void nothing_is_ordered_for_a_run_that_stands_still() {
    moments((before, _, after) -> {
      if (before.hold().isPresent()) {
        assertThat(after.hold().isPresent() ? after.calls().open() : before.calls().open())
            .as("what runs in a pause")
            .isSubsetOf(before.calls().open());
      }
    });
  }

  @Test
  void usage_is_the_sum_of_what_the_calls_used() {
    lived()
        .forEach(life -> {
          var sum =
              life.log().stream()
                  .flatMap(entry -> usage(entry.event()))
                  .reduce(Usage.NONE, Usage::plus);
          assertThat(life.run().calls().usage()).isEqualTo(sum);
        });
  }

  @Test
  void time_only_grows_and_audits_are_never_more_than_allowed() {
    moments((before, event, after) -> {
      assertThat(after.time().millis()).isGreaterThanOrEqualTo(before.time().millis());
      assertThat(after.audits().round()).isLessThanOrEqualTo(before.settings().maxRounds());
    });
  }

  private interface Moment {
    void holds(Run before, RunEvent event, Run after);
  }

  private static void moments(Moment moment) {
    lives()
        .forEach(life -> {
          while (life.run().ended().isEmpty()) {
            var before = life.run();
            var event = life.next();
            life.lives(event);
            moment.holds(before, event, life.run());
          }
        });
  }

  private static Stream<RunWalk> lives() {
    return LongStream.range(0, LIVES).mapToObj(RunWalk::new);
  }

  private static Stream<RunWalk> lived() {
    return lives()
        .map(life -> {
          while (life.run().ended().isEmpty()) {
            life.lives(life.next());
          }
          return life;
        });
  }

  private static Group group(Run run, GroupId id) {
    return run.group(id).orElseThrow();
  }

  private static Stream<CallOrder> unended(Run run) {
    return Stream.concat(run.calls().open().stream(), run.calls().waiting().stream());
  }

  private static Stream<Usage> usage(RunEvent event) {
    return switch (event) {
      case RunEvent.OfCall(CallEvent.Answered(_, _, var used)) -> Stream.of(used);
      case RunEvent.OfCall(CallEvent.Lost(_, _, var used, _)) -> Stream.of(used);
      case RunEvent.OfCall(CallEvent.NeedsPerson(_, _, _, var used)) -> Stream.of(used);
      case RunEvent.OfCall(CallEvent.Moved(_, _, _, _, var used)) -> Stream.of(used);
      default -> Stream.empty();
    };
  }
}
