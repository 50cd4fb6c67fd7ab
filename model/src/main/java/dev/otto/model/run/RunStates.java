package dev.otto.model.run;

import dev.otto.model.audit.Verdict;
import dev.otto.model.spec.Gate;

/// The sentences and states that a run is shown with.
final class RunStates {
  private RunStates() {}

  static RunState of(Run run) {
    if (run.ended().isPresent()) {
      return new RunState.Ended(run.ended().get().verdict(), run.ended().get().why());
    }
    if (run.hold().isPresent()) {
      var why = run.hold().get().why();
      return run.calls().open().isEmpty() ? new RunState.Paused(why) : new RunState.Pausing(why);
    }
    if (run.stopped().isEmpty() && run.compilation().gate() instanceof Gate.Open(var due)) {
      var spec = run.compilation().revision().orElseThrow().spec();
      return new RunState.Waiting("a person to approve the spec", spec, due);
    }
    return run.calls()
        .standstill()
        .filter(_ -> run.stopped().isEmpty())
        .<RunState>map(call -> new RunState.Limited(call.provider(), call.until(), call.why()))
        .orElseGet(() -> new RunState.Working(phase(run)));
  }

  static Ending abortedBy(String by, String why) {
    return new Ending(Verdict.ABORTED, "aborted by " + by + (why.isBlank() ? "" : ": " + why));
  }

  static Ending rejectedBy(String by, String why) {
    return new Ending(
        Verdict.ABORTED, "the spec was rejected by " + by + (why.isBlank() ? "" : ": " + why));
  }

  static Ending blocked(String why) {
    return new Ending(Verdict.BLOCKED, why);
  }

  static Phase phase(Run run) {
    var plan = run.plan();
    if (plan.over()) {
      return Phase.RENDER;
    }
    if (!run.compilation().written()) {
      return Phase.COMPILE;
    }
    if (!run.compilation().approved()) {
      return Phase.REVIEW;
    }
    if (run.head().isEmpty()) {
      return Phase.PREPARE;
    }
    if (!plan.settled()) {
      return run.audits().round() > 0 ? Phase.REPAIR : Phase.BUILD;
    }
    return Phase.AUDIT;
  }
}
