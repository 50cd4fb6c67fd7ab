package dev.otto.activities.git;

import dev.otto.model.TreeId;
import java.util.List;

/// A worktree's content as a tree of Otto's clone.
///
/// @param aside what git could not keep: it was moved out of the worktree and is a violation, not a
///   crash
public record Snapshot(TreeId tree, List<String> aside) {
  public Snapshot {
    aside = List.copyOf(aside);
  }
}
