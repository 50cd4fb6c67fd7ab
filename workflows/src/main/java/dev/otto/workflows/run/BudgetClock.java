package dev.otto.workflows.run;

import dev.otto.model.run.Run;
import dev.otto.model.run.RunEvent;
import dev.otto.workflows.record.Log;
import io.temporal.workflow.Workflow;
import java.time.Duration;

/// Holds the run when its working time is used up; pauses and the gate do not count.
final class BudgetClock {
  private final Log log;

  BudgetClock(Log log) {
    this.log = log;
  }

  /// Watches the run until it is over.
  void watch() {
    var limit = log.run().settings().wallSeconds();
    while (limit.isPresent() && !over()) {
      Workflow.await(() -> !run().standsStill() || over());
      NamedWait.until(() -> run().standsStill() || over(), left(limit.get()), "time budget");
      if (!over() && !run().standsStill() && left(limit.get()).isZero()) {
        usedUp(limit.get());
      }
    }
  }

  private void usedUp(long limit) {
    switch (run().settings().budget().onLimit()) {
      case PAUSE -> log.happened(new RunEvent.Held(sentence(limit), true));
      case STOP ->
          log.happened(new RunEvent.Blocked("its time budget of %d s is used up".formatted(limit)));
      case FINISH -> Workflow.await(this::over);
    }
  }

  private static String sentence(long limit) {
    return "its time budget of %d s is used up; resume it to grant as much again".formatted(limit);
  }

  private Duration left(long limit) {
    return run().time().left(limit, log.now());
  }

  private boolean over() {
    return log.lost() || run().plan().over();
  }

  private Run run() {
    return log.run();
  }
}
