package dev.otto.workflows.run;

import dev.otto.model.CallId;
import dev.otto.model.budget.Admission;
import dev.otto.model.call.Answer;
import dev.otto.model.call.CallEvent;
import dev.otto.model.call.CallOrder;
import dev.otto.model.call.Usage;
import dev.otto.model.run.Run;
import dev.otto.model.run.RunEvent;
import dev.otto.workflows.record.Log;
import io.temporal.workflow.Workflow;

/// Stands before every call of a run with a budget: sets aside what the call may use, lets it wait
/// for others, or does what is wanted where nothing is left.
final class BudgetGate {
  private final Log log;

  BudgetGate(Log log) {
    this.log = log;
  }

  /// Whether the call may be made now; if not, the caller asks again what is left.
  boolean admits(CallId call) {
    while (waits(call)) {
      Workflow.await(() -> !waits(call));
    }
    return run().calls().open().stream()
        .filter(order -> order.id().equals(call))
        .anyMatch(this::admits);
  }

  private boolean waits(CallId call) {
    return !log.lost()
        && run().hold().isEmpty()
        && run().calls().open().stream()
            .filter(order -> order.id().equals(call))
            .anyMatch(order -> admission(order) instanceof Admission.Later);
  }

  private boolean admits(CallOrder order) {
    return switch (admission(order)) {
      case Admission.Later _ -> false;
      case Admission.Refused(var what) -> {
        usedUp(order, what);
        yield false;
      }
      case Admission.Granted(var share) -> {
        if (share.any() && run().ledger().of(order.id()).isEmpty()) {
          log.happened(new RunEvent.OfCall(new CallEvent.Reserved(order, share)));
        }
        yield true;
      }
    };
  }

  private void usedUp(CallOrder order, String what) {
    var sentence = what + " is used up";
    log.happened(
        switch (run().settings().budget().onLimit()) {
          case PAUSE ->
              new RunEvent.Held(sentence + "; resume the run to grant as much again", true);
          case FINISH ->
              new RunEvent.OfCall(
                  new CallEvent.Answered(order, new Answer.Failed("limit", sentence), Usage.NONE));
          case STOP -> new RunEvent.Blocked(sentence);
        });
  }

  private Admission admission(CallOrder order) {
    var now = log.now();
    return run().outOfTime(now)
        ? new Admission.Refused("its working time")
        : run().admission(order);
  }

  private Run run() {
    return log.run();
  }
}
