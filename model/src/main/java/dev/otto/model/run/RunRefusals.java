package dev.otto.model.run;

import dev.otto.model.Digest;
import dev.otto.model.GroupId;
import dev.otto.model.settings.Limits;
import java.util.Optional;

/// The rules of the commands whose answer takes more than one line.
final class RunRefusals {
  private RunRefusals() {}

  /// Of what is said about the spec at the gate, which the person looked at.
  static Optional<RunRefusal> atTheGate(Run run, Digest looked) {
    return switch (run.state()) {
      case RunState.Waiting(_, var now, _) when now.equals(looked) -> Optional.empty();
      case RunState.Waiting(_, var now, _) ->
          Optional.of(new RunRefusal.StaleApproval(run.id(), now));
      case RunState.Working _,
          RunState.Limited _,
          RunState.Pausing _,
          RunState.Paused _,
          RunState.Ended _ ->
          Optional.of(new RunRefusal.NotAtTheGate(run.id()));
    };
  }

  static Optional<RunRefusal> ofPause(Run run, boolean now) {
    if (run.state() instanceof RunState.Waiting) {
      return Optional.of(new RunRefusal.AtTheGate(run.id()));
    }
    return run.hold().isPresent() && (!now || run.hold().get().now())
        ? Optional.of(new RunRefusal.AlreadyPaused(run.id()))
        : Optional.empty();
  }

  static Optional<RunRefusal> ofRaise(Run run, Limits more, long seconds) {
    var timeless = seconds > 0 && run.settings().wallSeconds().isEmpty();
    return timeless || !run.settings().budget().run().covers(more)
        ? Optional.of(new RunRefusal.NoSuchBudget(run.id()))
        : Optional.empty();
  }

  /// Of a run that has no limit at all.
  static Optional<RunRefusal> ofBudget(Run run) {
    return run.settings().wallSeconds().isPresent() || run.settings().budget().run().any()
        ? Optional.empty()
        : Optional.of(new RunRefusal.NoSuchBudget(run.id()));
  }

  static Optional<RunRefusal> ofSay(Run run, Optional<GroupId> group) {
    if (group.isPresent()) {
      return ofGroup(run, group.get());
    }
    var listening = run.listening();
    if (run.groups().isEmpty() || listening.size() == 1) {
      return Optional.empty();
    }
    return Optional.of(new RunRefusal.WhichGroup(run.id(), listening));
  }

  private static Optional<RunRefusal> ofGroup(Run run, GroupId id) {
    var group = run.group(id);
    if (group.isEmpty()) {
      return Optional.of(new RunRefusal.NoSuchGroup(run.id(), id));
    }
    var standing = group.get().standing();
    return run.listening().contains(id)
        ? Optional.empty()
        : Optional.of(new RunRefusal.GroupSettled(run.id(), id, standing.word()));
  }

  static Optional<RunRefusal> ofAbortGroup(Run run, GroupId id) {
    var group = run.group(id);
    if (group.isEmpty()) {
      return Optional.of(new RunRefusal.NoSuchGroup(run.id(), id));
    }
    var standing = group.get().standing();
    return standing.settled() || standing.aborting()
        ? Optional.of(new RunRefusal.GroupSettled(run.id(), id, standing.word()))
        : Optional.empty();
  }
}
