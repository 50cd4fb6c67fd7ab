package dev.otto.standalone.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.otto.model.RunId;
import dev.otto.model.audit.Verdict;
import dev.otto.model.call.CallEvent;
import dev.otto.model.call.Loss;
import dev.otto.model.run.RunState;
import dev.otto.model.settings.Budget;
import dev.otto.model.settings.Limits;
import dev.otto.model.settings.OnLimit;
import dev.otto.model.settings.RunSettings;
import dev.otto.store.call.CallRows;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
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
