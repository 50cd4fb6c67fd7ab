package dev.otto.standalone.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.otto.model.RunId;
import dev.otto.model.audit.Verdict;
import dev.otto.model.call.CallEvent;
import dev.otto.model.call.LimitedCall;
import dev.otto.model.call.Loss;
import dev.otto.model.run.Run;
import dev.otto.model.run.RunCommand;
import dev.otto.model.run.RunState;
import dev.otto.model.settings.Budget;
import dev.otto.model.settings.Limits;
import dev.otto.model.settings.OnLimit;
import dev.otto.model.settings.RunSettings;
import dev.otto.store.call.CallRows;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A budget of tokens, kept while an agent works.
@Tag("slow")
class BudgetTest {
  @TempDir Path folder;

  @Test
  void an_agent_that_uses_more_than_its_share_is_ended_and_goes_on_within_the_rest() {
    var repository = Repository.of(folder.resolve("thing"), Wish.resources().resolve("parts/base"));
    try (var house = new House(folder.resolve("home"))) {
      var run = house.ask(repository.folder(), "a thing", wish(house, 6000));

      var ended = house.ends(run);

      assertThat(ended.ended().orElseThrow().verdict()).isEqualTo(Verdict.PASSED);
      assertThat(losses(house, run)).isNotEmpty().containsOnly(Loss.BUDGET);
      assertThat(ended.group(ended.groups().getFirst().id()).orElseThrow().attempts())
          .as("none of it counts as an attempt")
          .isEqualTo(1);
      assertThat(ended.ledger().spent().tokens())
          .isEqualTo(ended.calls().usage().inputTokens() + ended.calls().usage().outputTokens())
          .isLessThanOrEqualTo(6000);
    }
  }

  @Test
  void what_was_used_is_still_known_after_a_restart() {
    var repository = Repository.of(folder.resolve("thing"), Wish.resources().resolve("parts/base"));
    try (var house = new House(folder.resolve("home"))) {
      var run = house.ask(repository.folder(), "a thing", wish(house, 1000));
      var held = house.until(run, one -> one.state() instanceof RunState.Paused);
      assertThat(held.hold().orElseThrow().why())
          .startsWith("the budget of 1,000 tokens is used up");
      assertThat(Living.of(run)).isEmpty();

      house.goesDown();
      house.comesUp();
      house.happens(run, "recovered");

      assertThat(house.run(run).ledger()).isEqualTo(held.ledger());
      assertThat(house.run(run).state()).isEqualTo(held.state());
    }
  }

  @Test
  void runs_of_a_project_share_its_budget_of_a_day_and_wait_for_the_next_one() {
    var shop = Repository.of(folder.resolve("shop"), Wish.resources().resolve("parts/base"));
    var other = Repository.of(folder.resolve("other"), Wish.resources().resolve("parts/base"));
    try (var house = new House(folder.resolve("home"))) {
      var one = house.ask(shop.folder(), "a thing", oneCallPerDay(house));
      var two = house.ask(shop.folder(), "a thing", oneCallPerDay(house));

      await()
          .atMost(Duration.ofMinutes(2))
          .until(() -> ended(house, one) != ended(house, two) && waits(house, one, two));

      var first = ended(house, one) ? one : two;
      var second = ended(house, one) ? two : one;
      assertThat(house.run(first).ended().orElseThrow().verdict()).isEqualTo(Verdict.PASSED);
      assertThat(house.calls(second)).isEmpty();
      var held = house.until(second, BudgetTest::untilTomorrow);
      assertThat(why(held))
          .isEqualTo(
              "waits for the project's budget of the day (the project's budget for a day of 1 call"
                  + " is used up)");
      house.goesDown();
      house.comesUp();
      house.happens(second, "recovered");
      assertThat(house.run(second).state()).isEqualTo(held.state());

      var elsewhere = house.ask(other.folder(), "a thing", oneCallPerDay(house));
      assertThat(house.ends(elsewhere).ended().orElseThrow().verdict()).isEqualTo(Verdict.PASSED);

      house.obeys(second, new RunCommand.Resume("ada", Optional.of("go")));
      assertThat(house.ends(second).ended().orElseThrow().verdict()).isEqualTo(Verdict.PASSED);
    }
  }

  private static String why(Run run) {
    var limited = (RunState.Limited) run.state();
    return "waits for %s (%s)".formatted(LimitedCall.what(limited.provider()), limited.why());
  }

  private static boolean ended(House house, RunId run) {
    return house.run(run).ended().isPresent();
  }

  private static boolean waits(House house, RunId... runs) {
    return Stream.of(runs).anyMatch(run -> house.run(run).state() instanceof RunState.Limited);
  }

  private static boolean untilTomorrow(Run run) {
    return run.state() instanceof RunState.Limited(_, _, var why) && why.endsWith("is used up");
  }

  private static RunSettings oneCallPerDay(House house) {
    var one = new Limits(Optional.empty(), Optional.empty(), Optional.of(1));
    return Wish.playing("accounts")
        .building("quick")
        .settings(house.hands().host().contents())
        .with(Budget.NONE.withProjectPerDay(one));
  }

  private static RunSettings wish(House house, long tokens) {
    var limits = new Limits(Optional.of(tokens), Optional.empty(), Optional.empty());
    return Wish.playing("accounts")
        .building("greedy")
        .settings(house.hands().host().contents())
        .with(new Budget(limits, Limits.NONE, OnLimit.PAUSE));
  }

  private static List<Loss> losses(House house, RunId run) {
    return house.calls(run).stream()
        .map(CallRows.Row::outcome)
        .filter(CallEvent.Lost.class::isInstance)
        .map(outcome -> ((CallEvent.Lost) outcome).loss())
        .toList();
  }
}
