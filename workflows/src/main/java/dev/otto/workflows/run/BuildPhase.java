package dev.otto.workflows.run;

import dev.otto.model.GroupId;
import dev.otto.model.group.Group;
import dev.otto.model.run.RunEvent;
import dev.otto.workflows.record.Log;
import io.temporal.failure.TemporalFailure;
import io.temporal.workflow.Async;
import io.temporal.workflow.Promise;
import io.temporal.workflow.Workflow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// Building and merging: one coroutine per group that is not settled, and the lane beside them. Not
/// a barrier within.
final class BuildPhase {
  private final Log log;
  private final Turn turn;
  private final CallMaking calls;
  private final RunHands hands;
  private final Map<GroupId, GroupBuild> builds = new LinkedHashMap<>();

  BuildPhase(Log log, Turn turn, CallMaking calls, RunHands hands) {
    this.log = log;
    this.turn = turn;
    this.calls = calls;
    this.hands = hands;
  }

  /// Builds and merges until every group is settled in its round.
  void untilSettled() {
    builds.clear();
    var running = new ArrayList<Promise<Void>>();
    for (var group : unsettled()) {
      var build = new GroupBuild(group, log, turn, calls, hands.groups(group));
      builds.put(group, build);
      running.add(Async.procedure(build::untilSettled));
    }
    try {
      new MergeLane(log, turn, hands).untilSettled(() -> broken(running));
    } finally {
      Workflow.newDetachedCancellationScope(() -> endAll(running)).run();
    }
    rethrow(failures(running));
    log.run().plan().nothingToAudit().ifPresent(why -> log.happened(new RunEvent.Blocked(why)));
  }

  /// Ends the coroutine of a group that a person aborted. One that the lane has is let go by the
  /// lane, and ends then.
  void abort(GroupId group) {
    Optional.ofNullable(builds.get(group))
        .filter(GroupBuild::aborting)
        .ifPresent(GroupBuild::abort);
  }

  /// Waits until no group does anything any more, whatever ended the lane: what comes next has the
  /// run to itself.
  private void endAll(List<Promise<Void>> running) {
    if (superseded(running)) {
      return;
    }
    if (!log.run().plan().settled()) {
      builds.values().forEach(GroupBuild::abort);
    }
    Workflow.await(() -> running.stream().allMatch(Promise::isCompleted));
    var _ = failures(running);
  }

  private static boolean superseded(List<Promise<Void>> running) {
    return running.stream()
        .filter(Promise::isCompleted)
        .map(Promise::getFailure)
        .anyMatch(failure -> failure instanceof TemporalFailure ended && Turn.superseded(ended));
  }

  private static List<RuntimeException> failures(List<Promise<Void>> running) {
    return running.stream()
        .filter(Promise::isCompleted)
        .map(Promise::getFailure)
        .filter(Objects::nonNull)
        .toList();
  }

  private List<GroupId> unsettled() {
    return log.run().groups().stream()
        .filter(group -> !group.standing().settled())
        .map(Group::id)
        .toList();
  }

  /// Throws what broke a group; the others were only cancelled because of it.
  private static void rethrow(List<RuntimeException> failures) {
    var first =
        failures.stream()
            .filter(failure -> !cancelled(failure))
            .findFirst()
            .or(() -> failures.stream().findFirst());
    if (first.isPresent()) {
      throw first.get();
    }
  }

  private static boolean cancelled(RuntimeException failure) {
    return failure instanceof TemporalFailure ended && Turn.cancelled(ended);
  }

  private static boolean broken(List<Promise<Void>> running) {
    return running.stream()
        .anyMatch(promise -> promise.isCompleted() && promise.getFailure() != null);
  }
}
