package dev.otto.model.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.otto.model.Sample;
import dev.otto.model.call.Answer;
import dev.otto.model.call.CallEvent;
import dev.otto.model.call.Loss;
import dev.otto.model.call.Usage;
import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What a run cost is a sum only as long as every call has told what it used.
class UntoldUsageTest {
  private final RunStory story = RunStory.building("api");
  private final GroupStory api = story.group("api").begins().isCalled();

  @Test
  void a_call_under_which_otto_ended_makes_the_sum_unknown_until_its_next_try_has_told() {
    story.called(new CallEvent.Lost(api.call(), Loss.OTTO_ENDED, Usage.NONE));
    assertThat(story.run().calls().used().usd()).isEmpty();
    assertThat(story.run().calls().usage().usd()).isPresent();

    story.called(
        new CallEvent.Answered(
            api.call(), new Answer.Done(Optional.empty()), Sample.usage(5, 5, "0.50")));

    assertThat(story.run().calls().used()).isEqualTo(story.run().calls().usage());
    assertThat(story.run().calls().used().usd()).contains(new BigDecimal("0.6"));
  }

  @Test
  void what_a_try_says_that_nobody_knows_stays_unknown() {
    story.called(
        new CallEvent.Answered(
            api.call(),
            new Answer.Done(Optional.empty()),
            Sample.usage(5, 5, "0.50").ofUnknownCost()));

    assertThat(story.run().calls().used().usd()).isEmpty();
    assertThat(story.run().calls().used().inputTokens()).isEqualTo(1005);
  }

  @Test
  void a_call_that_an_abort_ended_leaves_the_sum_unknown() {
    api.isAbortedBy("ada").stops();

    assertThat(story.run().calls().used().usd()).isEmpty();
  }

  @Test
  void a_loss_of_the_agents_own_has_told() {
    story.called(new CallEvent.Lost(api.call(), Loss.CUT, Usage.NONE));

    assertThat(story.run().calls().used().usd()).isPresent();
  }
}
