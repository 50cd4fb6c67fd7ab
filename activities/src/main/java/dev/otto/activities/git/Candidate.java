package dev.otto.activities.git;

import dev.otto.model.CommitId;
import dev.otto.model.TreeId;
import java.util.List;

/// What merging a group's commit onto the run's branch comes to.
public sealed interface Candidate {
  /// It merges.
  record Clean(CommitId commit, TreeId tree) implements Candidate {}

  /// It merges and adds nothing: the branch has it all, and stays where it is.
  record Redundant(CommitId onto, TreeId tree) implements Candidate {}

  /// It does not merge.
  ///
  /// @param marked a commit with both sides and conflict markers, to start solving from
  record Conflicted(CommitId marked, List<Conflict> conflicts) implements Candidate {
    public Conflicted {
      conflicts = List.copyOf(conflicts);
    }

    public List<String> paths() {
      return conflicts.stream().map(Conflict::path).distinct().toList();
    }
  }

  /// One path that conflicts, and git's words for it.
  record Conflict(String path, String message) {}
}
