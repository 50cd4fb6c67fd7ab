package dev.otto.activities.call;

import dev.otto.activities.agent.AgentOutcome;
import dev.otto.activities.agent.ErrorKind;
import dev.otto.model.account.AccountId;
import dev.otto.model.account.AccountLimit;
import dev.otto.model.call.CallEvent;
import dev.otto.model.call.CallOrder;
import dev.otto.model.call.LimitedCall;
import dev.otto.model.call.Loss;
import dev.otto.model.call.Usage;
import dev.otto.store.account.Accounts;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What calls have heard of an account, written down for the calls of all runs.
record AccountBook(Jdbi jdbi, AccountId account) {
  private static final Logger LOG = LoggerFactory.getLogger(AccountBook.class);

  /// What the call comes to without being made, if the account is at a limit.
  Optional<CallEvent> inTheWayOf(CallOrder order) {
    if (order.anyway()) {
      return Optional.empty();
    }
    return jdbi.withExtension(Accounts.class, accounts -> accounts.named(account.toString()))
        .map(Accounts.Row::limited)
        .filter(limit -> limit.holds(Instant.now()))
        .map(limit -> event(order, limit));
  }

  /// Notes what a call that began then has shown of the account.
  void heard(Handle handle, AgentOutcome outcome, CallEvent event, Instant began) {
    switch (outcome) {
      case AgentOutcome.Succeeded _ ->
          handle.attach(Accounts.class).served(account.toString(), began);
      case AgentOutcome.Lost(var loss, var said, var wait) when loss == Loss.ACCOUNT ->
          limited(
              handle,
              before -> AccountLimit.refused(before, Instant.now(), wait, Plea.quoted(said)));
      case AgentOutcome.Failed(var kind, _)
          when kind == ErrorKind.QUOTA
              && event instanceof CallEvent.NeedsPerson(_, _, var why, _) ->
          limited(handle, _ -> new AccountLimit.Spent(why));
      case AgentOutcome.Lost _, AgentOutcome.Failed _ -> {}
    }
  }

  private interface Change {
    AccountLimit of(Optional<AccountLimit> before);
  }

  private void limited(Handle handle, Change change) {
    var accounts = handle.attach(Accounts.class);
    accounts.lock(account.toString());
    var before = accounts.named(account.toString()).map(Accounts.Row::limited);
    var limit = change.of(before);
    accounts.limited(account.toString(), account.provider(), limit, Instant.now());
    LOG.info("account limited: account={} limit={}", account, limit);
  }

  private CallEvent event(CallOrder order, AccountLimit limit) {
    return switch (limit) {
      case AccountLimit.Until(var moment, var why, _) ->
          new CallEvent.Limited(new LimitedCall(order, account.provider(), moment, why));
      case AccountLimit.Spent(var why) ->
          new CallEvent.NeedsPerson(order, ErrorKind.QUOTA.word(), why, Usage.NONE);
    };
  }
}
