package dev.otto.activities.git;

import dev.otto.model.GroupId;
import dev.otto.model.RunId;
import java.util.regex.Pattern;

/// The name of a worktree: its run, and the group or the purpose it serves.
///
/// A purpose begins with a dot-free word and a dot, which no group id has: the two never clash.
public record WorktreeName(RunId run, String name) {
  private static final Pattern RULE = Pattern.compile("[a-z][a-z0-9-]*(\\.[a-z][a-z0-9-]*)?");

  public WorktreeName {
    if (!RULE.matcher(name).matches()) {
      throw new IllegalArgumentException("'%s' does not name a worktree".formatted(name));
    }
  }

  /// Where the group's agent works.
  public static WorktreeName of(RunId run, GroupId group) {
    return new WorktreeName(run, group.value());
  }

  /// Where the group's candidate is checked before it is merged.
  public static WorktreeName candidate(RunId run, GroupId group) {
    return new WorktreeName(run, "candidate." + group);
  }

  /// Where the setup of the project is tried.
  public static WorktreeName setup(RunId run) {
    return new WorktreeName(run, "prepare.setup");
  }

  @Override
  public String toString() {
    return run + "/" + name;
  }
}
