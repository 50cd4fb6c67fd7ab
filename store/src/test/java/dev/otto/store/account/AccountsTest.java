package dev.otto.store.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.otto.model.account.AccountLimit;
import dev.otto.store.SampleDatabase;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What is kept of accounts.
class AccountsTest {
  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
  private static final AccountLimit LATER =
      new AccountLimit.Until(NOON.plusSeconds(60), "later", 1);

  private final SampleDatabase database = SampleDatabase.fresh();

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void a_limit_is_kept_and_replaced_by_a_newer_one() {
    database
        .jdbi()
        .useExtension(
            Accounts.class,
            accounts -> {
              accounts.limited("claude:1", "claude", LATER, NOON);
              accounts.limited("claude:1", "claude", new AccountLimit.Spent("pay"), NOON);

              assertThat(accounts.named("claude:1").map(Accounts.Row::limited))
                  .contains(new AccountLimit.Spent("pay"));
              assertThat(accounts.named("claude:2")).isEmpty();
            });
  }

  @Test
  void only_a_call_that_began_after_the_limit_shows_that_it_is_over() {
    database
        .jdbi()
        .useExtension(
            Accounts.class,
            accounts -> {
              accounts.limited("claude:1", "claude", LATER, NOON);
              accounts.served("claude:1", NOON.minusSeconds(1));
              assertThat(accounts.all()).hasSize(1);

              accounts.served("claude:1", NOON.plusSeconds(1));

              assertThat(accounts.all()).isEmpty();
            });
  }
}
