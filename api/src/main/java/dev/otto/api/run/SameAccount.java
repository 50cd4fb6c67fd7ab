package dev.otto.api.run;

import dev.otto.api.part.Store;
import dev.otto.model.RunId;
import dev.otto.model.run.Run;
import dev.otto.model.run.RunCommand;
import dev.otto.store.account.Accounts;
import dev.otto.store.run.Runs;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What waits for the same account as a run that a person resumes: that person has put the account
/// right, or wants it asked again, so all of it goes on.
///
/// @param resumed the run as it waited
record SameAccount(RunCommands commands, Store store, RunViews views, Run resumed) {
  private static final Logger LOG = LoggerFactory.getLogger(SameAccount.class);

  /// Forgets what was in the way of the account, and resumes the other runs that wait for it.
  void goOn(String by) {
    for (var provider : resumed.awaitedAccounts()) {
      var _ = store.ask(Accounts.class, accounts -> accounts.freed(provider));
    }
    waiting().forEach(run -> Thread.ofVirtual().start(() -> resume(run, by)));
  }

  private List<RunId> waiting() {
    if (resumed.awaitedAccounts().isEmpty()) {
      return List.of();
    }
    return store.ask(Runs.class, Runs::open).stream()
        .map(open -> new RunId(open.id()))
        .filter(run -> !run.equals(resumed.id()))
        .filter(this::waits)
        .toList();
  }

  private boolean waits(RunId run) {
    var accounts = views.state(run).awaitedAccounts();
    return !Collections.disjoint(accounts, resumed.awaitedAccounts());
  }

  /// One that cannot hear it waits on, until its account is served or somebody resumes it.
  private void resume(RunId run, String by) {
    try {
      var key = IdempotencyKey.of(null, "resume " + run, by);
      commands.carryOut(run, new RunCommand.Resume(by, Optional.of(key.text())), key);
      LOG.info("run resumed with another: run={} other={} by={}", run, resumed.id(), by);
    } catch (RuntimeException deaf) {
      LOG.warn("run not resumed: run={} why={}", run, deaf.toString());
    }
  }
}
