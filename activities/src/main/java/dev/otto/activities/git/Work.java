package dev.otto.activities.git;

import dev.otto.model.CommitId;
import dev.otto.model.TreeId;
import java.util.List;

/// What an attempt's work turned out to be.
public sealed interface Work {
  TreeId tree();

  Changes changes();

  /// There is a commit of what the group may change.
  record Committed(CommitId commit, TreeId tree, Changes changes) implements Work {}

  /// Nothing that the group may change differs from the base: there is no commit.
  record Nothing(TreeId tree, Changes changes) implements Work {}

  /// Conflict markers are left in these paths: the commit keeps the work for the next attempt and
  /// must not be merged.
  record Unresolved(CommitId commit, TreeId tree, List<String> paths, Changes changes)
      implements Work {
    public Unresolved {
      paths = List.copyOf(paths);
    }
  }
}
