package dev.otto.workflows.run;

import dev.otto.model.run.Run;
import dev.otto.model.run.RunEvent;
import dev.otto.workflows.record.Log;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.time.Instant;

/// Holds the run when its working time is used up; pauses and the gate do not count.
final class BudgetClock {
  private static final Duration LATE = Duration.ofSeconds(8);
  private static final Duration NEWS = Duration.ofSeconds(20);

  private final Log log;

  BudgetClock(Log log) {
    this.log = log;
  }

  /// Watches the run until it is over.
  void watch() {
    var limit = log.run().settings().wallSeconds();
    while (limit.isPresent() && !over()) {
      Workflow.await(() -> !run().standsStill() || over());
      var due = log.now().plus(left(limit.get()));
      NamedWait.until(() -> run().standsStill() || over(), left(limit.get()), "time budget");
      letNewsComeIn(due, limit.get());
      if (!over() && !run().standsStill() && left(limit.get()).isZero()) {
        usedUp(limit.get());
      }
    }
  }

  /// A wait that ended long after it was due was slept through: for how long is told soon.
  private void letNewsComeIn(Instant due, long limit) {
    if (log.now().isAfter(due.plus(LATE))) {
      NamedWait.until(() -> !left(limit).isZero() || over(), NEWS, "how long the machine slept");
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
