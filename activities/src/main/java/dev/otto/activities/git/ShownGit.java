package dev.otto.activities.git;

import java.nio.file.Files;
import java.nio.file.Path;

/// The git directory that a worktree shows to whoever looks: a branch at the commit it was laid out
/// with, an index, and the clone's objects by reference. Otto writes it and never reads it, so what
/// becomes of it does not matter.
record ShownGit(Clone repository, Worktree worktree) {
  /// Builds it anew, with the index that the worktree was just laid out with.
  static void rebuild(Clone clone, Worktree worktree, Scratch scratch) {
    var shown = new ShownGit(clone, worktree);
    var fresh = scratch.file("shown");
    shown.build(fresh, scratch.index());
    Folders.removed(shown.folder());
    Folders.removed(clone.home().agents(worktree.name()));
    Folders.moved(fresh, shown.folder());
    shown.mend();
  }

  /// Makes the worktree point to it again, whatever its `.git` has become.
  void mend() {
    var pointer = worktree.files().resolve(".git");
    var words = "gitdir: %s\n".formatted(folder());
    if (Folders.holds(pointer, words)) {
      return;
    }
    new Aside(repository, worktree).take(pointer);
    Folders.created(pointer, words);
  }

  Path folder() {
    return repository.home().shown(worktree.name());
  }

  private void build(Path fresh, Path index) {
    var branch = "refs/heads/" + worktree.name().name();
    Folders.made(fresh.resolve("refs/heads"));
    Folders.made(fresh.resolve("objects/info"));
    Folders.created(fresh.resolve("objects/info/alternates"), objects() + "\n");
    Folders.created(fresh.resolve("config"), settings());
    Folders.created(fresh.resolve("HEAD"), "ref: %s\n".formatted(branch));
    Folders.created(
        fresh.resolve("packed-refs"),
        "# pack-refs with: peeled fully-peeled sorted \n%s %s\n"
            .formatted(worktree.from(), branch));
    Folders.copied(index, fresh.resolve("index"));
    var shallow = repository.home().repository().resolve("shallow");
    if (Files.exists(shallow)) {
      Folders.copied(shallow, fresh.resolve("shallow"));
    }
  }

  private Path objects() {
    return repository.home().repository().resolve("objects");
  }

  /// A name for the agent's own commits is given, because without one git refuses to make any.
  private String settings() {
    var format =
        switch (repository.format()) {
          case SHA1 -> "";
          case SHA256 -> "[extensions]\n\tobjectFormat = sha256\n";
        };
    var version =
        switch (repository.format()) {
          case SHA1 -> 0;
          case SHA256 -> 1;
        };
    return """
    [core]
    \trepositoryFormatVersion = %d
    \tbare = false
    \tlogAllRefUpdates = true
    [gc]
    \tauto = 0
    [user]
    \tname = Agent
    \temail = agent@localhost
    """
            .formatted(version)
        + format;
  }
}
