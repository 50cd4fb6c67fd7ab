package dev.otto.model.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.otto.model.call.CallEvent;
import dev.otto.model.call.LimitedCall;
import dev.otto.model.call.Usage;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// For whose accounts a run waits: what a person who puts one right helps along with it.
class AwaitedAccountsTest {
  private final RunStory story = RunStory.building("api");
  private final GroupStory api = story.group("api").begins().isCalled();

  @Test
  void at_a_limit_it_waits_for_that_account() {
    limited("claude");

    assertThat(story.run().awaitedAccounts()).containsExactly("claude");
  }

  @Test
  void the_day_of_its_project_is_nobodys_account() {
    limited(LimitedCall.PROJECT);

    assertThat(story.run().awaitedAccounts()).isEmpty();
  }

  @Test
  void an_account_that_is_not_accepted_or_has_no_credit_is_waited_for_and_a_wrong_order_is_not() {
    var provider = api.call().agent(story.run().settings()).provider();

    assertThat(held("auth").awaitedAccounts()).containsExactly(provider);
    assertThat(held("quota").awaitedAccounts()).containsExactly(provider);
    assertThat(held("config").awaitedAccounts()).isEmpty();
  }

  @Test
  void a_run_that_a_person_paused_waits_for_that_person_alone() {
    limited("claude");

    story.happens(new RunEvent.PauseRequested("ada", false, Optional.empty()));

    assertThat(story.run().awaitedAccounts()).isEmpty();
  }

  private static Run held(String kind) {
    var story = RunStory.building("api");
    var call = story.group("api").begins().isCalled().call();
    story.happens(new RunEvent.OfCall(new CallEvent.NeedsPerson(call, kind, "Hm.", Usage.NONE)));
    return story.run();
  }

  private void limited(String provider) {
    story.happens(
        new RunEvent.OfCall(
            new CallEvent.Limited(
                new LimitedCall(api.call(), provider, Instant.EPOCH, "Not so fast."))));
  }
}
