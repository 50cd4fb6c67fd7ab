package dev.otto.activities.git;

import dev.otto.model.CommitId;
import java.util.Optional;

/// What the user has checked out.
public sealed interface Head {
  record OnBranch(String branch, CommitId commit) implements Head {}

  record Detached(CommitId commit) implements Head {}

  /// A branch without a commit yet.
  record Unborn(String branch) implements Head {}

  default Optional<CommitId> at() {
    return switch (this) {
      case OnBranch(_, var commit) -> Optional.of(commit);
      case Detached(var commit) -> Optional.of(commit);
      case Unborn _ -> Optional.empty();
    };
  }
}
