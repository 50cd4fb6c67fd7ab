package dev.otto.activities.git;

import dev.otto.model.CommitId;
import dev.otto.model.RunId;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The worktrees of a project: laid out, mended, cleared and removed. Work in them is salvaged
/// before, by the caller.
///
/// To git they are no linked worktrees: Otto's clone knows nothing of them, and each shows a git
/// directory of its own. So nothing that happens in one, hostile or not, reaches the clone or
/// another.
public final class Worktrees {
  private final Clone clone;

  Worktrees(Clone clone) {
    this.clone = clone;
  }

  /// The worktree with the files of this commit. One that stands already keeps its content; that it
  /// was laid out with another commit is not overlooked, because there may be work in it.
  public Worktree open(WorktreeName name, CommitId from) {
    var standing = find(name).orElseGet(() -> laidOut(worktree(name, from)));
    if (!standing.from().equals(from)) {
      throw new IllegalStateException(
          "%s was laid out with %s, not %s: salvage and reset it"
              .formatted(name, standing.from(), from));
    }
    return standing;
  }

  /// The worktree if it stands, mended, with the commit that it was laid out with.
  public Optional<Worktree> find(WorktreeName name) {
    return Folders.children(clone.home().indexes(name)).stream()
        .findFirst()
        .map(index -> worktree(name, new CommitId(index.getFileName().toString())))
        .filter(worktree -> Folders.isFolder(worktree.files()))
        .map(this::mended);
  }

  /// The worktree with exactly the files of this commit; what git ignores there stays.
  public Worktree reset(WorktreeName name, CommitId from) {
    return laidOut(worktree(name, from));
  }

  /// Removes the worktree and all that belongs to it, but what was put aside from it.
  public void remove(WorktreeName name) {
    var home = clone.home();
    Folders.removed(home.indexes(name));
    Folders.removed(home.shown(name));
    Folders.removed(home.agents(name));
    Folders.removed(home.removed(name));
    if (Files.exists(home.files(name), LinkOption.NOFOLLOW_LINKS)) {
      Folders.moved(home.files(name), home.removed(name));
      Folders.removed(home.removed(name));
    }
  }

  /// The worktrees that stand, by Otto's own books.
  public List<WorktreeName> standing() {
    return Folders.children(clone.home().indexes()).stream()
        .flatMap(run -> Folders.children(run).stream().map(one -> name(run, one)))
        .toList();
  }

  private Worktree mended(Worktree worktree) {
    new ShownGit(clone, worktree).mend();
    return worktree;
  }

  private Worktree worktree(WorktreeName name, CommitId from) {
    return new Worktree(name, clone.home().files(name), from, clone.tree(from));
  }

  /// Puts Otto's index of the worktree into a scratch place, where git may change it.
  void lendIndex(Worktree worktree, Path place) {
    if (Files.exists(index(worktree))) {
      Folders.copied(index(worktree), place);
    } else {
      clone.git().index(place).run("read-tree", worktree.tree().hex());
    }
  }

  private Worktree laidOut(Worktree worktree) {
    try (var scratch = Scratch.in(clone.home().scratch())) {
      var indexes = clone.home().indexes(worktree.name());
      Folders.children(indexes).stream()
          .findFirst()
          .ifPresent(old -> Folders.copied(old, scratch.index()));
      Folders.removed(indexes);
      standsAsFolder(worktree.files());
      var git = clone.git(worktree.files(), scratch.index());
      new Tidying(clone, worktree, git).run();
      git.run("read-tree", "-u", "--reset", worktree.tree().hex());
      git.run("clean", "-ffdq");
      ShownGit.rebuild(clone, worktree, scratch);
      Folders.moved(scratch.index(), index(worktree));
    }
    return worktree;
  }

  private Path index(Worktree worktree) {
    return clone.home().indexes(worktree.name()).resolve(worktree.from().hex());
  }

  private static void standsAsFolder(Path files) {
    if (!Folders.isFolder(files)) {
      Folders.removed(files);
    }
    Folders.made(files);
  }

  private static WorktreeName name(Path run, Path one) {
    return new WorktreeName(new RunId(run.getFileName().toString()), one.getFileName().toString());
  }
}
