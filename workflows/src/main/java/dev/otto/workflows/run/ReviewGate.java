package dev.otto.workflows.run;

import dev.otto.model.Digest;
import dev.otto.model.run.Run;
import dev.otto.model.run.RunEvent;
import dev.otto.model.spec.Gate;
import dev.otto.model.spec.SpecEvent;
import dev.otto.workflows.record.Log;
import java.time.Duration;
import java.util.Optional;

/// The review gate: a durable wait for a person, or an approval at once where nobody wants to look.
final class ReviewGate {
  private final Log log;

  ReviewGate(Log log) {
    this.log = log;
  }

  /// Waits until the spec is approved, rejected or the time is over.
  void pass() {
    if (!run().settings().reviewGate()) {
      happened(new SpecEvent.Approved(spec(), "auto-approve", Optional.empty()));
      return;
    }
    if (run().compilation().gate() instanceof Gate.NotReached) {
      happened(new SpecEvent.GateOpened(log.now().plusSeconds(run().settings().gateSeconds())));
    }
    if (run().compilation().gate() instanceof Gate.Open(var due)) {
      if (!NamedWait.until(() -> !open(), Duration.between(log.now(), due), "review gate")) {
        happened(new SpecEvent.GateTimedOut());
      }
    }
  }

  private boolean open() {
    return run().compilation().gate() instanceof Gate.Open && run().stopped().isEmpty();
  }

  private Digest spec() {
    return run().compilation().revision().orElseThrow().spec();
  }

  private void happened(SpecEvent event) {
    log.happened(new RunEvent.OfSpec(event));
  }

  private Run run() {
    return log.run();
  }
}
