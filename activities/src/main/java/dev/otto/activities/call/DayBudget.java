package dev.otto.activities.call;

import dev.otto.model.budget.Admission;
import dev.otto.model.budget.DayLedger;
import dev.otto.model.call.CallEvent;
import dev.otto.model.call.CallOrder;
import dev.otto.model.call.LimitedCall;
import dev.otto.model.run.Run;
import dev.otto.model.settings.Limits;
import dev.otto.store.call.DaySpendings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// Stands before every call of a run whose project has a budget for a day: sets aside what the call
/// may use of it, for all runs to see, or says until when it waits.
record DayBudget(Jdbi jdbi, Run run, CallOrder order, CallBook book) {
  private static final Duration A_WHILE = Duration.ofMinutes(1);

  /// What the call may use, or what it comes to without being made.
  sealed interface Answer {
    record May(Limits share) implements Answer {}

    record Not(CallEvent event) implements Answer {}
  }

  /// The answer; what may be used is written down with the call, whose log lies there.
  Answer answer(Path log) {
    var limits = run.settings().budget().projectPerDay();
    if (!limits.any() || order.anyway()) {
      return new Answer.May(Limits.NONE);
    }
    return jdbi.inTransaction(handle -> answer(handle, limits, log));
  }

  private Answer answer(Handle handle, Limits limits, Path log) {
    var now = Instant.now();
    var zone = ZoneId.systemDefault();
    var days = handle.attach(DaySpendings.class);
    days.lock(run.project().value());
    var ledger =
        new DayLedger(
            limits,
            days.spent(run.project().value(), DayLedger.begin(now, zone)).spending(),
            days.reserved(run.project().value(), run.id().value(), order.id().value()).spending());
    return switch (ledger.admission(order.tries() > 1)) {
      case Admission.Granted(var share) -> {
        book.opened(handle, log);
        days.setsAside(run.id().value(), order.id().value(), order.tries(), share);
        yield new Answer.May(share);
      }
      case Admission.Later _ ->
          waits(now.plus(A_WHILE), "what is left of it is set aside for calls that are under way");
      case Admission.Refused(var what) -> waits(DayLedger.end(now, zone), what + " is used up");
    };
  }

  private Answer waits(Instant until, String why) {
    return new Answer.Not(
        new CallEvent.Limited(new LimitedCall(order, LimitedCall.PROJECT, until, why)));
  }
}
