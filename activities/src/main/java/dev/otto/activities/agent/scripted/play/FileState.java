package dev.otto.activities.agent.scripted.play;

import dev.otto.model.Digest;

/// What a path of the worktree is, or shall be.
sealed interface FileState {
  /// A file with that content and those permissions (three octal digits).
  record Content(Digest digest, String mode) implements FileState {}

  record Link(String target) implements FileState {}

  record Absent() implements FileState {}
}
