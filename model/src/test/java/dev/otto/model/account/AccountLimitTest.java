package dev.otto.model.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.otto.model.Sample;
import dev.otto.model.account.AccountLimit.Spent;
import dev.otto.model.account.AccountLimit.Until;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// How long an account is left alone.
class AccountLimitTest {
  private static final Instant NOW = Sample.NOON;
  private static final Optional<AccountLimit> FREE = Optional.empty();

  @Test
  void a_provider_is_believed_about_its_limit() {
    assertThat(AccountLimit.refused(FREE, NOW, Optional.of(Duration.ofHours(4)), "later"))
        .isEqualTo(new Until(NOW.plusSeconds(14_400), "later", 1));
  }

  @Test
  void
      an_account_of_which_nothing_is_said_is_left_alone_twice_as_long_each_time_up_to_ten_minutes() {
    var limit = FREE;
    var moment = NOW;
    for (var seconds : new long[] {30, 60, 120, 240, 480, 600, 600}) {
      limit = Optional.of(AccountLimit.refused(limit, moment, Optional.empty(), "later"));

      assertThat(limit.orElseThrow()).isInstanceOf(Until.class);
      assertThat(((Until) limit.orElseThrow()).moment()).isEqualTo(moment.plusSeconds(seconds));
      moment = moment.plusSeconds(seconds);
    }
  }

  @Test
  void calls_that_are_refused_at_the_same_time_count_once_and_the_latest_moment_holds() {
    var first = Optional.of(AccountLimit.refused(FREE, NOW, Optional.empty(), "first"));

    assertThat(AccountLimit.refused(first, NOW.plusSeconds(1), Optional.empty(), "second"))
        .isEqualTo(first.orElseThrow());
    assertThat(
            AccountLimit.refused(
                first, NOW.plusSeconds(1), Optional.of(Duration.ofMinutes(5)), "window"))
        .isEqualTo(new Until(NOW.plusSeconds(301), "window", 1));
    assertThat(
            AccountLimit.refused(
                first, NOW.plusSeconds(1), Optional.of(Duration.ofSeconds(2)), "short"))
        .isEqualTo(first.orElseThrow());
  }

  @Test
  void a_limit_holds_until_its_moment_and_spent_credit_until_somebody_pays() {
    assertThat(new Until(NOW, "", 1).holds(NOW.minusMillis(1))).isTrue();
    assertThat(new Until(NOW, "", 1).holds(NOW)).isFalse();
    assertThat(new Spent("pay").holds(NOW)).isTrue();
    assertThat(AccountLimit.refused(Optional.of(new Spent("pay")), NOW, Optional.empty(), "slower"))
        .isEqualTo(new Spent("pay"));
  }

  @Test
  void an_account_is_named_without_its_credential() {
    var account = AccountId.of("claude", "the-key");

    assertThat(account.toString()).startsWith("claude:").doesNotContain("the-key");
    assertThat(account).isNotEqualTo(AccountId.of("claude", "another"));
    assertThat(account).isNotEqualTo(AccountId.of("codex", "the-key"));
  }
}
