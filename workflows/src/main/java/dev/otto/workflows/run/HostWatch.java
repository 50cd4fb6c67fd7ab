package dev.otto.workflows.run;

import dev.otto.model.run.Hold;
import dev.otto.model.run.RunEvent;
import dev.otto.workflows.record.Log;
import io.temporal.workflow.Workflow;
import java.util.Optional;

/// Lets a run that waits for its host go on when the host is there again. Waiting costs nothing: it
/// is one question that lies in the queue of the host.
final class HostWatch {
  private final Log log;
  private final Presence presence;

  HostWatch(Log log, Presence presence) {
    this.log = log;
    this.presence = presence;
  }

  /// Watches the run until it is over.
  void watch() {
    while (!over()) {
      Workflow.await(() -> waits() || over());
      if (waits()) {
        presence.answer();
        goOn();
      }
    }
  }

  /// What held the run meanwhile may be something else.
  private void goOn() {
    if (waits()) {
      log.happened(new RunEvent.Resumed("Otto: its host is back", Optional.empty()));
    }
  }

  private boolean waits() {
    return log.run().hold().map(Hold::host).orElse(false);
  }

  private boolean over() {
    return log.lost() || log.run().proof().isPresent();
  }
}
