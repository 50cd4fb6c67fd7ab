package dev.otto.model.budget;

import static org.assertj.core.api.Assertions.assertThat;

import dev.otto.model.CallId;
import dev.otto.model.GroupId;
import dev.otto.model.settings.Budget;
import dev.otto.model.settings.Limits;
import dev.otto.model.settings.OnLimit;
import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What a call gets of a budget.
class LedgerTest {
  private static final Optional<GroupId> API = Optional.of(new GroupId("api"));
  private static final Optional<GroupId> DOCS = Optional.of(new GroupId("docs"));
  private static final CallId ONE = new CallId("c1");
  private static final CallId TWO = new CallId("c2");

  @Test
  void without_limits_everything_is_granted() {
    assertThat(Ledger.NEW.admission(Budget.NONE, ONE, API, false))
        .isEqualTo(new Admission.Granted(Limits.NONE));
  }

  @Test
  void a_call_gets_a_quarter_so_that_others_run_beside_it() {
    var budget = of(tokens(1000), Limits.NONE);

    assertThat(Ledger.NEW.admission(budget, ONE, API, false))
        .isEqualTo(new Admission.Granted(tokens(250)));
    assertThat(aside(Ledger.NEW, ONE, API, 250).admission(budget, TWO, DOCS, false))
        .isEqualTo(new Admission.Granted(tokens(250)));
  }

  @Test
  void what_is_less_than_a_share_is_for_one_call_alone_and_the_others_wait() {
    var budget = of(tokens(1000), Limits.NONE);
    var most = spent(Ledger.NEW, 900);

    assertThat(most.admission(budget, ONE, API, false))
        .isEqualTo(new Admission.Granted(tokens(100)));
    assertThat(aside(most, ONE, API, 100).admission(budget, TWO, DOCS, false))
        .isEqualTo(new Admission.Later());
  }

  @Test
  void a_call_that_did_not_get_done_with_its_share_gets_all_that_is_left() {
    var budget = of(tokens(1000), Limits.NONE);
    var ledger = aside(spent(Ledger.NEW, 300), TWO, DOCS, 250);

    assertThat(ledger.admission(budget, ONE, API, true))
        .isEqualTo(new Admission.Granted(tokens(450)));
  }

  @Test
  void where_nothing_is_left_it_says_of_what() {
    var budget =
        of(
            new Limits(
                Optional.of(1_000_000L), Optional.of(new BigDecimal("6.50")), Optional.empty()),
            Limits.NONE);

    assertThat(spent(Ledger.NEW, 1_000_000).admission(budget, ONE, API, false))
        .isEqualTo(new Admission.Refused("the budget of 1,000,000 tokens"));
    assertThat(
            Ledger.NEW
                .settled(ONE, API, new Spending(0, new BigDecimal("6.50"), 1))
                .admission(budget, TWO, API, false))
        .isEqualTo(new Admission.Refused("the budget of 6.5 USD"));
  }

  @Test
  void a_group_that_has_used_its_own_leaves_the_rest_to_the_others() {
    var budget = of(tokens(1000), tokens(100));
    var ledger = Ledger.NEW.settled(ONE, API, new Spending(100, BigDecimal.ZERO, 1));

    assertThat(ledger.admission(budget, TWO, API, false))
        .isEqualTo(new Admission.Refused("the budget of api of 100 tokens"));
    assertThat(ledger.admission(budget, TWO, DOCS, false))
        .isEqualTo(new Admission.Granted(tokens(25)));
  }

  @Test
  void what_was_set_aside_for_a_killed_call_stays_for_its_next_try() {
    var budget = of(tokens(1000), Limits.NONE);
    var ledger = aside(spent(Ledger.NEW, 900), ONE, API, 100);

    assertThat(ledger.admission(budget, ONE, API, false))
        .isEqualTo(new Admission.Granted(tokens(100)));
  }

  @Test
  void as_much_again_is_as_much_again_of_everything() {
    var budget = of(tokens(1000), tokens(100));
    var ledger = spent(Ledger.NEW, 1000).granted();

    assertThat(ledger.ofRun(budget)).isEqualTo(tokens(2000));
    assertThat(ledger.ofGroup(budget)).isEqualTo(tokens(200));
    assertThat(ledger.admission(budget, ONE, API, false))
        .isEqualTo(new Admission.Granted(tokens(50)));
    assertThat(ledger.words(budget)).contains("1,000 of 2,000 tokens");
  }

  private static Ledger aside(Ledger ledger, CallId call, Optional<GroupId> group, long tokens) {
    return ledger.reserved(new Reservation(call, group, tokens(tokens)));
  }

  private static Ledger spent(Ledger ledger, long tokens) {
    return ledger.settled(
        new CallId("c9"), Optional.empty(), new Spending(tokens, BigDecimal.ZERO, 1));
  }

  private static Budget of(Limits run, Limits group) {
    return new Budget(run, group, OnLimit.PAUSE);
  }

  private static Limits tokens(long number) {
    return new Limits(Optional.of(number), Optional.empty(), Optional.empty());
  }
}
