package dev.otto.workflows.run;

import dev.otto.model.CallId;
import dev.otto.model.call.CallEvent;
import dev.otto.model.call.LimitedCall;
import dev.otto.model.run.RunEvent;
import dev.otto.workflows.record.Log;
import java.time.Duration;
import java.util.Optional;

/// Leaves an account alone for as long as it is at a limit: a durable timer, and no process.
final class AccountPatience {
  private final Log log;
  private final Turn turn;

  AccountPatience(Log log, Turn turn) {
    this.log = log;
    this.turn = turn;
  }

  /// Waits until the account of the call may be asked again, or a person wants it asked now.
  void pass(CallId call) {
    limited(call).ifPresent(this::waitFor);
    if (limited(call).isPresent()) {
      turn.ready();
    }
    limited(call)
        .ifPresent(one -> log.happened(new RunEvent.OfCall(new CallEvent.GoesOn(one.order()))));
  }

  private void waitFor(LimitedCall call) {
    NamedWait.until(
        () -> log.lost() || limited(call.order().id()).isEmpty(),
        Duration.between(log.now(), call.until()),
        call.what());
  }

  private Optional<LimitedCall> limited(CallId call) {
    return log.run().calls().limited(call);
  }
}
