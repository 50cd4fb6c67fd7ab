package dev.otto.workflows.run;

import dev.otto.model.GroupId;
import dev.otto.model.call.CallEvent;
import dev.otto.model.call.CallOrder;
import dev.otto.model.group.GroupEvent;
import dev.otto.model.group.Standing;
import dev.otto.model.run.GroupStep;
import dev.otto.model.run.RunEvent;
import dev.otto.workflows.record.Log;
import io.temporal.failure.ActivityFailure;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.TemporalFailure;
import io.temporal.workflow.CancellationScope;
import io.temporal.workflow.Workflow;
import java.time.Instant;

/// The coroutine of one group: asks the run what the group needs next, does it, notes it, until its
/// round is over.
final class GroupBuild {
  private final GroupId group;
  private final Log log;
  private final Turn turn;
  private final CallMaking calls;
  private final Groups groups;
  private final CancellationScope steps = Workflow.newCancellationScope(this::stepByStep);

  GroupBuild(GroupId group, Log log, Turn turn, CallMaking calls, Groups groups) {
    this.group = group;
    this.log = log;
    this.turn = turn;
    this.calls = calls;
    this.groups = groups;
  }

  /// Carries the group through its round; an abort of the group ends it early and cleanly.
  void untilSettled() {
    try {
      steps.run();
    } catch (TemporalFailure stopped) {
      if (log.lost() || !aborting()) {
        throw stopped;
      }
    }
    if (aborting()) {
      Workflow.newDetachedCancellationScope(this::stop).run();
    }
  }

  /// Ends what the group does; the run has noted why.
  void abort() {
    steps.cancel("the group is aborted");
  }

  private void stepByStep() {
    while (!(step() instanceof GroupStep.Done || aborting())) {
      try {
        doing(step());
      } catch (ActivityFailure | ApplicationFailure failure) {
        turn.holdFor(failure);
      }
    }
  }

  private void doing(GroupStep step) {
    switch (step) {
      case GroupStep.Done _, GroupStep.Stop _ -> {}
      case GroupStep.Wait _ -> Workflow.await(() -> !(step() instanceof GroupStep.Wait));
      case GroupStep.Note _, GroupStep.Order _ -> begin();
      case GroupStep.Call(var order) -> calls.make(order.id());
      case GroupStep.Check(var order, var answeredAt) -> check(order, answeredAt);
    }
  }

  /// Notes what comes next, unless the run is held: a paused run begins nothing.
  private void begin() {
    turn.unheld();
    switch (step()) {
      case GroupStep.Note(var event) -> happened(event);
      case GroupStep.Order(var order) ->
          log.happened(new RunEvent.OfCall(new CallEvent.Ordered(order)));
      case GroupStep.Done _,
          GroupStep.Stop _,
          GroupStep.Wait _,
          GroupStep.Call _,
          GroupStep.Check _ -> {}
    }
  }

  private void check(CallOrder order, Instant answeredAt) {
    turn.ready();
    happened(groups.check(new Groups.Work(log.lease(), group, order, answeredAt)));
  }

  /// Stops what is left of the group, even while the run is held; trouble holds it until a person
  /// resumes. A run that ends does it for all groups.
  private void stop() {
    while (aborting() && log.run().stopped().isEmpty()) {
      try {
        log.recorded();
        happened(groups.stop(new Groups.Remains(log.lease(), group)));
      } catch (ActivityFailure | ApplicationFailure failure) {
        turn.holdFor(failure);
        turn.ready();
      }
    }
  }

  private void happened(GroupEvent event) {
    log.happened(new RunEvent.OfGroup(group, event));
  }

  private GroupStep step() {
    return log.run().plan().next(group);
  }

  /// Whether it is to be ended.
  boolean aborting() {
    return log.run().group(group).orElseThrow().standing() instanceof Standing.Aborting;
  }
}
