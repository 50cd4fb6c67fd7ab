package dev.otto.workflows.run;

import dev.otto.model.run.Run;
import dev.otto.model.run.RunEvent;
import dev.otto.workflows.record.Log;
import dev.otto.workflows.record.Recording;
import io.temporal.api.enums.v1.TimeoutType;
import io.temporal.failure.ActivityFailure;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.CanceledFailure;
import io.temporal.failure.TemporalFailure;
import io.temporal.failure.TimeoutFailure;
import io.temporal.workflow.Workflow;

/// When a part of the run may act: everything recorded, nothing held. And what it does when a hand
/// fails for good.
final class Turn {
  private final Log log;

  Turn(Log log) {
    this.log = log;
  }

  /// Stands before everything that acts on the world. Values read before it are old after it.
  void ready() {
    ready(() -> {});
  }

  /// The same; does this first whenever it finds the run held.
  void ready(Runnable whenHeld) {
    log.recorded();
    while (held()) {
      whenHeld.run();
      Workflow.await(() -> !held() || log.lost());
      log.recorded();
    }
  }

  /// Stands before what only begins something. Values read before it are old after it.
  void unheld() {
    if (held()) {
      ready();
    }
  }

  private boolean held() {
    return run().hold().isPresent();
  }

  /// Acts when it may; if a hand fails for good, the run is held and the caller asks again what is
  /// left.
  void acting(Runnable step) {
    ready();
    try {
      step.run();
    } catch (ActivityFailure | ApplicationFailure failure) {
      holdFor(failure);
    }
  }

  /// Holds the run because a hand failed; whoever resumes it lets the same step be tried again.
  void holdFor(TemporalFailure failure) {
    if (log.lost() || cancelled(failure) || superseded(failure)) {
      throw failure;
    }
    if (!held()) {
      log.happened(
          hostLost(failure)
              ? new RunEvent.Held(
                  "its host %s does not answer; the run goes on when it is back"
                      .formatted(run().host()),
                  false,
                  true)
              : new RunEvent.Held(sentence(failure), false));
    }
  }

  /// Whether nobody took the task from the queue of the host.
  private static boolean hostLost(TemporalFailure failure) {
    return failure.getCause() instanceof TimeoutFailure timeout
        && timeout.getTimeoutType() == TimeoutType.TIMEOUT_TYPE_SCHEDULE_TO_START;
  }

  /// Whether the failure is nothing but a cancellation.
  static boolean cancelled(TemporalFailure failure) {
    return failure instanceof CanceledFailure || failure.getCause() instanceof CanceledFailure;
  }

  /// Whether a hand found that a newer epoch holds the run.
  static boolean superseded(TemporalFailure failure) {
    return Log.type(failure).equals(Recording.SUPERSEDED);
  }

  private static String sentence(TemporalFailure failure) {
    if (failure instanceof ActivityFailure activity) {
      return sentence(activity);
    }
    return String.valueOf(failure.getOriginalMessage());
  }

  private static String sentence(ActivityFailure failure) {
    return switch (failure.getCause()) {
      case TimeoutFailure _ ->
          "the host did not answer in time (%s)".formatted(failure.getActivityType());
      case ApplicationFailure trouble -> sentence(trouble);
      case null, default -> "%s failed".formatted(failure.getActivityType());
    };
  }

  private static String sentence(ApplicationFailure trouble) {
    var words = trouble.getOriginalMessage();
    return words == null || words.isBlank() ? trouble.getType() : words;
  }

  private Run run() {
    return log.run();
  }
}
