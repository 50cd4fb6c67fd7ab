package dev.otto.activities.git;

import dev.otto.model.TreeId;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/// Takes the content of worktrees as trees. Git stages there with an index and an object folder of
/// its own, behind walls where there are any, and never enters a nested repository.
public final class Snapshots {
  private final Clone clone;
  private final Walls walls;

  Snapshots(Clone clone, Walls walls) {
    this.clone = clone;
    this.walls = walls;
  }

  /// The worktree as it is: tracked and untracked files, not the ignored ones.
  public Snapshot take(Worktree worktree) {
    try (var scratch = Scratch.in(clone.home().scratch())) {
      return take(worktree, scratch);
    }
  }

  /// The same, leaving the index that belongs to it in the scratch folder.
  Snapshot take(Worktree worktree, Scratch scratch) {
    clone.worktrees().lendIndex(worktree, scratch.index());
    var git = reading(worktree, scratch);
    var aside = new ArrayList<>(new Tidying(clone, worktree, git).run());
    var staging = new Staging(git, new KeptOut(clone.home(), worktree.name().run()).words());
    staging.run();
    for (var left : staging.changes()) {
      new Aside(clone, worktree).take(left);
      aside.add(GitNames.shown(left));
    }
    var tree = tree(git);
    var adoption = new Adoption(clone, worktree, scratch);
    if (!adoption.take(tree)) {
      aside.addAll(
          GitNames.shown(
              new Forbidden(clone, worktree, git, writing(worktree, scratch)).remove(tree)));
      tree = tree(git);
      adoption.insistOn(tree);
    }
    return new Snapshot(tree, aside);
  }

  /// The tree of the index. This reads nothing of the worktree, so it needs no walls.
  private static TreeId tree(Git git) {
    return new TreeId(git.behind(UnaryOperator.identity()).run("write-tree").line());
  }

  private Git reading(Worktree worktree, Scratch scratch) {
    return git(worktree, scratch, List.of(scratch.folder()));
  }

  /// Git that may also give files back to the worktree.
  private Git writing(Worktree worktree, Scratch scratch) {
    return git(worktree, scratch, List.of(scratch.folder(), worktree.files()));
  }

  private Git git(Worktree worktree, Scratch scratch, List<Path> writable) {
    var home = clone.home();
    return clone
        .git(worktree.files(), scratch.index())
        .objects(scratch.objects(), home.repository().resolve("objects"))
        .with("core.fsync=none")
        .behind(program ->
            walls.around(
                program,
                List.of(home.repository(), worktree.files(), clone.anywhere().configuration()),
                writable));
  }
}
