package dev.otto.model.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.otto.model.GroupId;
import dev.otto.model.Sample;
import dev.otto.model.budget.Admission;
import dev.otto.model.budget.Ledger;
import dev.otto.model.budget.Spending;
import dev.otto.model.call.Answer;
import dev.otto.model.call.CallEvent;
import dev.otto.model.call.Loss;
import dev.otto.model.call.Usage;
import dev.otto.model.settings.Limits;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What the events of calls mean to the ledger of their run.
class BudgetedRunTest {
  private static final Limits SHARE =
      new Limits(Optional.of(100L), Optional.of(new BigDecimal("0.25")), Optional.of(1));

  private final RunStory story = RunStory.building("api");
  private final GroupStory api = story.group("api").begins().isCalled();
  private final Spending before = story.run().ledger().spent();

  @Test
  void what_was_set_aside_is_replaced_by_what_was_used() {
    story.called(new CallEvent.Reserved(api.call(), SHARE));
    assertThat(ledger().reserved()).hasSize(1);

    story.called(
        new CallEvent.Answered(
            api.call(), new Answer.Done(Optional.empty()), Sample.usage(60, 30, "0.20")));

    assertThat(ledger().reserved()).isEmpty();
    assertThat(ledger().spent())
        .isEqualTo(before.plus(new Spending(90, new BigDecimal("0.20"), 1)));
    assertThat(ledger().groups())
        .containsExactly(
            new Ledger.OfGroup(new GroupId("api"), new Spending(90, new BigDecimal("0.20"), 1)));
  }

  @Test
  void a_kill_leaves_it_set_aside_for_the_same_call() {
    story.called(new CallEvent.Reserved(api.call(), SHARE));

    story.called(new CallEvent.Lost(api.call(), Loss.OTTO_ENDED, Usage.NONE));

    assertThat(story.run().admission(api.call())).isEqualTo(new Admission.Granted(SHARE));
    assertThat(ledger().spent()).isEqualTo(before);
  }

  @Test
  void a_cost_that_nobody_knows_counts_as_all_that_was_set_aside() {
    story.called(new CallEvent.Reserved(api.call(), SHARE));

    story.called(
        new CallEvent.Lost(api.call(), Loss.CRASHED, Sample.usage(5, 5, "0").ofUnknownCost()));

    assertThat(ledger().spent())
        .isEqualTo(before.plus(new Spending(10, new BigDecimal("0.25"), 1)));
  }

  @Test
  void nothing_is_set_aside_for_a_call_that_waits_for_its_account_or_whose_group_is_aborted() {
    story.called(new CallEvent.Reserved(api.call(), SHARE));
    api.isLimited(60);
    assertThat(ledger().reserved()).isEqualTo(List.of());
    story.called(new CallEvent.GoesOn(api.call()));
    story.called(new CallEvent.Reserved(api.call(), SHARE));

    api.isAbortedBy("ada").stops();

    assertThat(ledger().reserved()).isEmpty();
  }

  private Ledger ledger() {
    return story.run().ledger();
  }
}
