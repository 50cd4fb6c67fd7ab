package dev.otto.workflows.run;

import io.temporal.workflow.CancellationScope;
import io.temporal.workflow.Promise;
import io.temporal.workflow.TimerOptions;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.util.ArrayList;
import java.util.function.Supplier;

/// A wait for a condition or a time, with a timer that says in the engine's page what is waited
/// for.
final class NamedWait {
  private NamedWait() {}

  /// Waits; says whether the condition came true before the time was over.
  static boolean until(Supplier<Boolean> condition, Duration most, String summary) {
    if (condition.get() || !most.isPositive()) {
      return condition.get();
    }
    var timer = new ArrayList<Promise<Void>>();
    var options = TimerOptions.newBuilder().setSummary(summary).build();
    CancellationScope scope =
        Workflow.newCancellationScope(() -> timer.add(Workflow.newTimer(most, options)));
    scope.run();
    Workflow.await(() -> condition.get() || timer.getFirst().isCompleted());
    scope.cancel();
    return condition.get();
  }
}
