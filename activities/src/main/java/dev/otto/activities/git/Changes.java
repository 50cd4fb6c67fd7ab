package dev.otto.activities.git;

import java.util.List;

/// What an attempt changed, by path.
///
/// @param inside what the group may change
/// @param strays what it may not: kept as a patch, not merged
/// @param aside what git cannot keep, such as a nested repository: moved out of the worktree
public record Changes(List<String> inside, Strays strays, List<String> aside) {
  public Changes {
    inside = List.copyOf(inside);
    aside = List.copyOf(aside);
  }
}
