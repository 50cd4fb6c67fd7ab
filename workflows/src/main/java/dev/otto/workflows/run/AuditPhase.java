package dev.otto.workflows.run;

import dev.otto.model.audit.AuditEvent;
import dev.otto.model.call.CallEvent;
import dev.otto.model.call.CallOrder;
import dev.otto.model.call.Stage;
import dev.otto.model.group.GroupEvent;
import dev.otto.model.run.Run;
import dev.otto.model.run.RunEvent;
import dev.otto.workflows.record.Log;
import java.util.Optional;

/// Auditing the merged product, and ordering the repairs that its verdicts ask for.
final class AuditPhase {
  private final Log log;
  private final Turn turn;
  private final CallMaking calls;
  private final RunHands hands;

  AuditPhase(Log log, Turn turn, CallMaking calls, RunHands hands) {
    this.log = log;
    this.turn = turn;
    this.calls = calls;
    this.hands = hands;
  }

  /// Carries the audit that is due, or half done, to its verdicts.
  void audit() {
    run().plan().auditDue().ifPresent(this::happened);
    while (run().plan().auditOpen()) {
      turn.acting(this::step);
    }
  }

  /// Orders what the newest verdicts want repaired; the next build phase does it.
  void orderRepairs() {
    var round = run().audits().round();
    for (var repair : run().plan().repairsDue()) {
      log.happened(
          new RunEvent.OfGroup(
              repair.group(), new GroupEvent.RepairOrdered(round, repair.feedback())));
    }
  }

  private void step() {
    var audit = run().audits().current().orElseThrow();
    var asked = new Audits.Round(log.lease(), audit.round());
    if (audit.findings().isEmpty()) {
      happened(hands.audits(audit.round()).probe(asked));
      return;
    }
    if (audit.needsAuditor()) {
      askAuditor(audit.round());
      return;
    }
    happened(hands.audits(audit.round()).conclude(asked));
  }

  private void askAuditor(int round) {
    var open = run().calls().unended(Stage.AUDIT);
    if (open.isPresent()) {
      calls.make(open.get().id());
      return;
    }
    var order = CallOrder.first(run().calls().nextId(), Stage.AUDIT, Optional.empty(), 1, round);
    log.happened(new RunEvent.OfCall(new CallEvent.Ordered(order)));
  }

  private void happened(AuditEvent event) {
    log.happened(new RunEvent.OfAudit(event));
  }

  private Run run() {
    return log.run();
  }
}
