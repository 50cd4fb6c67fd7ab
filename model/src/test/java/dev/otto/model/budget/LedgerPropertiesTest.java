package dev.otto.model.budget;

import static org.assertj.core.api.Assertions.assertThat;

import dev.otto.model.CallId;
import dev.otto.model.GroupId;
import dev.otto.model.settings.Budget;
import dev.otto.model.settings.Limits;
import dev.otto.model.settings.OnLimit;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/// What holds of every ledger in every moment: calls in parallel groups, kills before a call could
/// say what it used, and people who raise the budget.
class LedgerPropertiesTest {
  private static final int SEQUENCES = 1000;
  private static final int EVENTS = 120;

  @Test
  void spent_and_set_aside_never_exceed_the_limit_while_calls_keep_to_their_shares() {
    lives(1)
        .forEach(life -> {
          for (var event = 0; event < EVENTS; event++) {
            life.next();
            life.holdsExactly();
          }
          life.ends();
        });
  }

  /// A call is ended after the answer with which it went beyond its share.
  @Test
  void calls_that_go_a_little_beyond_their_shares_exceed_it_by_one_share_at_most() {
    lives(1.25)
        .forEach(life -> {
          for (var event = 0; event < EVENTS; event++) {
            life.next();
            life.holdsButForOneShare();
          }
          life.ends();
        });
  }

  @Test
  void every_budget_is_used_up_in_the_end_and_no_call_waits_for_ever() {
    lives(1)
        .forEach(life -> {
          var events = 0;
          while (!life.usedUp()) {
            life.next();
            assertThat(events++).as("how long it lives").isLessThan(100_000);
          }
        });
  }

  private static List<Life> lives(double most) {
    return LongStream.range(0, SEQUENCES).mapToObj(seed -> new Life(seed, most)).toList();
  }

  /// One run and its groups, each with at most one call.
  private static final class Life {
    private final Random random;
    private final double most;
    private final Budget budget;
    private final List<Optional<GroupId>> groups = new ArrayList<>();
    private final Map<Optional<GroupId>, CallId> calls = new HashMap<>();
    private final List<Spending> journal = new ArrayList<>();
    private Ledger ledger = Ledger.NEW;
    private int made;

    Life(long seed, double most) {
      this.random = new Random(seed);
      this.most = most;
      this.budget = new Budget(limits(1_000_000), some(400_000), OnLimit.PAUSE);
      groups.add(Optional.empty());
      for (var group = 0; group < 1 + random.nextInt(6); group++) {
        groups.add(Optional.of(new GroupId("g" + group)));
      }
    }

    void next() {
      var group = groups.get(random.nextInt(groups.size()));
      var call = calls.get(group);
      if (call == null) {
        asks(group);
      } else if (ledger.of(call).isEmpty()) {
        asksAgain(group, call);
      } else {
        goesOn(group, call);
      }
    }

    private void asks(Optional<GroupId> group) {
      var call = new CallId("c" + ++made);
      calls.put(group, call);
      asksAgain(group, call);
    }

    private void asksAgain(Optional<GroupId> group, CallId call) {
      if (ledger.admission(budget, call, group, random.nextBoolean())
          instanceof Admission.Granted(var share)) {
        ledger = ledger.reserved(new Reservation(call, group, share));
      }
    }

    private void goesOn(Optional<GroupId> group, CallId call) {
      switch (random.nextInt(8)) {
        case 0 -> isKilledAndMadeAgain(group, call);
        case 1 -> over(group, ledger.released(call));
        case 2 -> group.ifPresent(id -> over(group, ledger.released(id)));
        case 3 -> isRaised();
        default -> settles(group, call);
      }
    }

    private void isKilledAndMadeAgain(Optional<GroupId> group, CallId call) {
      var share = ledger.of(call).orElseThrow().share();
      assertThat(ledger.admission(budget, call, group, false))
          .isEqualTo(new Admission.Granted(share));
    }

    private void isRaised() {
      if (random.nextInt(20) == 0) {
        ledger = ledger.granted();
      }
    }

    private void settles(Optional<GroupId> group, CallId call) {
      var share = Spending.of(ledger.of(call).orElseThrow().share());
      var used =
          new Spending(
              (long) (share.tokens() * part()),
              share.usd().multiply(BigDecimal.valueOf((long) (part() * 100), 2)),
              share.calls());
      journal.add(used);
      over(group, ledger.settled(call, group, used));
    }

    private double part() {
      return random.nextInt(3) == 0 ? most : random.nextDouble() * most;
    }

    private void over(Optional<GroupId> group, Ledger after) {
      calls.remove(group);
      ledger = after;
    }

    void holdsExactly() {
      var limits = Spending.of(ledger.ofRun(budget));
      var all = ledger.spent().plus(aside());
      assertThat(all.tokens()).isLessThanOrEqualTo(limits.tokens());
      assertThat(all.usd()).isLessThanOrEqualTo(limits.usd());
      assertThat(all.calls()).isLessThanOrEqualTo(limits.calls());
      if (budget.group().any()) {
        var own = ledger.ofGroup(budget).tokens().orElse(Long.MAX_VALUE);
        assertThat(ledger.groups()).allMatch(one -> one.spent().tokens() <= own);
      }
    }

    private Spending aside() {
      return ledger.reserved().stream()
          .map(one -> Spending.of(one.share()))
          .reduce(Spending.NONE, Spending::plus);
    }

    void holdsButForOneShare() {
      var limits = ledger.ofRun(budget);
      var one = Spending.of(limits.ofOneCall());
      var whole = Spending.of(limits);
      assertThat(ledger.spent().tokens()).isLessThanOrEqualTo(whole.tokens() + one.tokens());
      assertThat(ledger.spent().usd()).isLessThanOrEqualTo(whole.usd().add(one.usd()));
    }

    boolean usedUp() {
      var anybody = new CallId("c" + (made + 1));
      return ledger.admission(budget, anybody, Optional.empty(), false)
          instanceof Admission.Refused;
    }

    void ends() {
      ledger = ledger.closed();
      assertThat(ledger.reserved()).isEmpty();
      assertThat(ledger.spent()).isEqualTo(journal.stream().reduce(Spending.NONE, Spending::plus));
    }

    private Limits limits(long tokens) {
      return new Limits(
          Optional.of(1 + random.nextLong(tokens)),
          Optional.of(BigDecimal.valueOf(1 + random.nextInt(10_000), 2)),
          Optional.of(1 + random.nextInt(40)));
    }

    private Limits some(long tokens) {
      return random.nextBoolean() ? Limits.NONE : limits(tokens);
    }
  }
}
