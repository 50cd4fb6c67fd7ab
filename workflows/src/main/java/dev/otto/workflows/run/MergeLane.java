package dev.otto.workflows.run;

import dev.otto.model.GroupId;
import dev.otto.model.group.Group;
import dev.otto.model.group.GroupEvent;
import dev.otto.model.group.Standing;
import dev.otto.model.run.RunEvent;
import dev.otto.model.run.RunPlan;
import dev.otto.workflows.record.Log;
import io.temporal.failure.ActivityFailure;
import io.temporal.failure.ApplicationFailure;
import io.temporal.workflow.Workflow;
import java.util.function.BooleanSupplier;

/// The merge lane: takes passed groups one at a time, in the order that the run says, until all are
/// settled.
final class MergeLane {
  private final Log log;
  private final Turn turn;
  private final RunHands hands;

  MergeLane(Log log, Turn turn, RunHands hands) {
    this.log = log;
    this.turn = turn;
    this.hands = hands;
  }

  /// Merges until every group is settled, or until it is told that nothing more will come.
  void untilSettled(BooleanSupplier broken) {
    while (!over(broken)) {
      Workflow.await(() -> plan().toMerge().isPresent() || over(broken));
      turn.unheld();
      plan().toMerge().map(Group::id).ifPresent(this::merge);
    }
  }

  private void merge(GroupId group) {
    if (log.run().group(group).orElseThrow().standing() instanceof Standing.Passed) {
      happened(group, new GroupEvent.MergeOrdered(log.run().head().orElseThrow(), log.now()));
    }
    try {
      turn.ready();
      happened(group, hands.lane(group).merge(new Lane.Candidate(log.lease(), group)));
    } catch (ActivityFailure | ApplicationFailure failure) {
      turn.holdFor(failure);
    }
  }

  private void happened(GroupId group, GroupEvent event) {
    log.happened(new RunEvent.OfGroup(group, event));
  }

  private boolean over(BooleanSupplier broken) {
    return broken.getAsBoolean() || log.run().stopped().isPresent() || plan().settled();
  }

  private RunPlan plan() {
    return log.run().plan();
  }
}
