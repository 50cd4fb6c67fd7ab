package dev.otto.activities.git;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Makes a worktree one that git can read whole: nested git directories and special files are moved
/// aside, and what is closed to its owner is opened. Ignored folders and submodules of the start
/// are left alone.
final class Tidying {
  private static final String LINK = "160000 ";

  private final Worktree worktree;
  private final Aside aside;
  private final Set<Path> leftAlone = new HashSet<>();
  private final List<String> moved = new ArrayList<>();

  Tidying(Clone clone, Worktree worktree, Git git) {
    this.worktree = worktree;
    this.aside = new Aside(clone, worktree);
    git.run("ls-files", "-z", "-o", "-i", "--exclude-standard", "--directory").names().stream()
        .filter(name -> name.endsWith("/"))
        .forEach(this::leaveAlone);
    clone.git().run("ls-tree", "-r", "-z", worktree.tree().hex()).names().stream()
        .filter(line -> line.startsWith(LINK))
        .map(line -> line.substring(line.indexOf('\t') + 1))
        .forEach(this::leaveAlone);
  }

  /// Tidies, and answers with what was moved aside.
  List<String> run() {
    Folders.opened(worktree.files());
    for (var child : Folders.children(worktree.files())) {
      if (!child.getFileName().toString().equals(".git")) {
        tidy(child);
      }
    }
    return List.copyOf(moved);
  }

  private void tidy(Path path) {
    var attributes = Folders.attributes(path);
    if (path.getFileName().toString().equals(".git") || attributes.isOther()) {
      aside.take(path);
      moved.add(worktree.files().relativize(path).toString());
    } else if (attributes.isRegularFile()) {
      Folders.readable(path, attributes);
    } else if (attributes.isDirectory() && !leftAlone.contains(path)) {
      Folders.opened(path, attributes);
      Folders.children(path).forEach(this::tidy);
    }
  }

  private void leaveAlone(String name) {
    leftAlone.add(worktree.files().resolve(GitNames.shown(name)));
  }
}
