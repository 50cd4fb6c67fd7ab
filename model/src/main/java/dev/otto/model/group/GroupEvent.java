package dev.otto.model.group;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.otto.model.CheckId;
import dev.otto.model.CommitId;
import dev.otto.model.Digest;
import dev.otto.model.TreeId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What happened to a group, apart from its calls.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = GroupEvent.AttemptBegun.class, name = "attempt-begun"),
  @JsonSubTypes.Type(value = GroupEvent.Checked.class, name = "checked"),
  @JsonSubTypes.Type(value = GroupEvent.MergeOrdered.class, name = "merge-ordered"),
  @JsonSubTypes.Type(value = GroupEvent.Merged.class, name = "merged"),
  @JsonSubTypes.Type(value = GroupEvent.Conflicted.class, name = "conflicted"),
  @JsonSubTypes.Type(value = GroupEvent.CandidateFailed.class, name = "candidate-failed"),
  @JsonSubTypes.Type(value = GroupEvent.CandidateDropped.class, name = "candidate-dropped"),
  @JsonSubTypes.Type(value = GroupEvent.RepairOrdered.class, name = "repair-ordered"),
  @JsonSubTypes.Type(value = GroupEvent.Failed.class, name = "failed"),
  @JsonSubTypes.Type(value = GroupEvent.Cancelled.class, name = "cancelled"),
  @JsonSubTypes.Type(value = GroupEvent.AbortRequested.class, name = "abort-requested"),
  @JsonSubTypes.Type(value = GroupEvent.Aborted.class, name = "aborted")
})
public sealed interface GroupEvent {
  /// An attempt begins on the run's branch as it stood at `base`, with the content of `from`.
  record AttemptBegun(int attempt, int round, CommitId base, CommitId from) implements GroupEvent {}

  /// The work of an attempt was taken from the worktree as `commit` and its checks were run.
  ///
  /// @param failing the checks that failed; none = the attempt passed
  /// @param problems what else keeps it from passing, such as conflict markers that are left
  /// @param strays a patch of what was written outside the group's paths, kept and not merged
  /// @param strayPaths those paths, and those that git cannot keep, such as a nested repository's
  /// @param report the results and the structured feedback for the next attempt
  /// @param millis how long the processes of its checks lived, one after the other
  record Checked(
      int attempt,
      int round,
      CommitId commit,
      TreeId tree,
      List<CheckId> failing,
      List<String> problems,
      Optional<Digest> strays,
      List<String> strayPaths,
      Digest report,
      long millis)
      implements GroupEvent {
    public Checked {
      failing = List.copyOf(failing);
      problems = problems == null ? List.of() : List.copyOf(problems);
      strayPaths = strayPaths == null ? List.of() : List.copyOf(strayPaths);
      strays = strays == null ? Optional.empty() : strays;
    }

    public boolean passed() {
      return failing.isEmpty() && problems.isEmpty();
    }
  }

  /// The lane takes the group: a candidate onto this head, dated with this moment.
  record MergeOrdered(CommitId onto, Instant at) implements GroupEvent {}

  /// The candidate passed and the branch moved to it; `redundant` = it adds nothing, `millis` =
  /// what its checks took.
  record Merged(CommitId commit, TreeId tree, boolean redundant, long millis)
      implements GroupEvent {}

  /// The candidate does not merge: `marked` holds both sides with conflict markers in these paths.
  record Conflicted(CommitId marked, List<String> paths) implements GroupEvent {
    public Conflicted {
      paths = List.copyOf(paths);
    }
  }

  /// The candidate merges and its checks fail.
  record CandidateFailed(CommitId candidate, List<CheckId> failing, Digest report)
      implements GroupEvent {
    public CandidateFailed {
      failing = List.copyOf(failing);
    }
  }

  /// The group was aborted before the branch moved to its candidate, and the branch stays.
  record CandidateDropped() implements GroupEvent {}

  /// An audit found features of the group failing; the evidence is in the feedback.
  record RepairOrdered(int round, Digest feedback) implements GroupEvent {}

  /// The group will not be tried again, in this round.
  record Failed(String why) implements GroupEvent {}

  /// A group that this one needs will never be merged.
  record Cancelled(String why) implements GroupEvent {}

  /// A person ends the group; its processes are still to be stopped and its work to be salvaged.
  record AbortRequested(String by, Optional<String> key) implements GroupEvent {}

  /// The group is ended by a person, and its work, if there was any, is at the salvage commit.
  record Aborted(Optional<CommitId> salvaged) implements GroupEvent {
    public Aborted {
      salvaged = salvaged == null ? Optional.empty() : salvaged;
    }
  }
}
