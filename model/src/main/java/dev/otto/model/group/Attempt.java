package dev.otto.model.group;

import dev.otto.model.CommitId;
import dev.otto.model.call.Stage;
import java.util.List;

/// One try of a group before its merge.
///
/// @param number from 1
/// @param base the run's branch on which the work is judged
/// @param from the content that the worktree starts with
/// @param stage what its next call is for
/// @param conflicts paths on which a merge conflicted; the group may change them too
public record Attempt(
    int number, CommitId base, CommitId from, Stage stage, List<String> conflicts) {
  public Attempt {
    conflicts = conflicts == null ? List.of() : List.copyOf(conflicts);
  }

  static Attempt begun(GroupEvent.AttemptBegun event) {
    var stage = event.round() == 0 ? Stage.BUILD : Stage.FIX;
    return new Attempt(event.attempt(), event.base(), event.from(), stage, List.of());
  }

  /// The attempt with a conflict to solve: both sides are laid out, and the paths are its to
  /// change.
  Attempt solving(CommitId onto, GroupEvent.Conflicted conflict) {
    return new Attempt(number, onto, conflict.marked(), Stage.CONFLICT, conflict.paths());
  }

  /// Whether a conflict call was already made in it.
  boolean solvedBefore() {
    return stage == Stage.CONFLICT;
  }
}
