package dev.otto.activities.git;

import java.nio.file.Files;
import java.nio.file.Path;

/// The throw-away git directory of one agent, and what a Cell has to show for it: every git command
/// works for the agent, and nothing of what it does reaches Otto. It lives until the worktree is
/// laid out anew.
///
/// @param files the worktree: writable
/// @param pointer its `.git` file: read-only
/// @param hidden Otto's clone: not to be seen
/// @param objects the clone's objects: read-only at the same place, laid over what is hidden
/// @param own the agent's git directory
/// @param stands where it is to be seen: the path that the pointer names
public record PrivateGitDirectory(
    Path files, Path pointer, Path hidden, Path objects, Path own, Path stands) {
  /// The one of this worktree, made from what it shows if it is not there yet.
  static PrivateGitDirectory of(Clone clone, Worktree worktree) {
    var home = clone.home();
    var own = home.agents(worktree.name());
    var shown = home.shown(worktree.name());
    if (!Files.isDirectory(own)) {
      try (var scratch = Scratch.in(home.scratch())) {
        Folders.copiedWhole(shown, scratch.file("private"));
        Folders.moved(scratch.file("private"), own);
      }
    }
    return new PrivateGitDirectory(
        worktree.files(),
        worktree.files().resolve(".git"),
        home.repository(),
        home.repository().resolve("objects"),
        own,
        shown);
  }
}
