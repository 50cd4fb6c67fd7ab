package dev.otto.activities.git;

import dev.otto.model.CommitId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// The files of a checkout that landing a commit writes.
record LandingFiles(Clone repository, Git git, LandingStep step) {
  /// The files to be written that hold something of the user: modified, staged, untracked or
  /// ignored there. What is already as it will be, as after a landing that was killed, is not in
  /// the way.
  List<String> inTheWay() {
    var touched = touched();
    var inTheWay = new TreeSet<>(changed());
    inTheWay.retainAll(touched);
    var untracked = new TreeSet<>(git.run("ls-files", "-z", "-o").names());
    touched.stream().filter(path -> blocks(untracked, path)).forEach(inTheWay::add);
    if (!inTheWay.isEmpty()) {
      inTheWay.removeAll(settled(inTheWay));
    }
    return List.copyOf(inTheWay);
  }

  /// Moves HEAD, index and files forward. What is settled already is staged first, else git would
  /// take it for changes.
  GitAnswer forward() {
    var changed = new ArrayList<>(changed());
    changed.addAll(git.run("ls-files", "-z", "-o").names());
    changed.retainAll(new HashSet<>(touched()));
    if (!changed.isEmpty()) {
      git.command("update-index", "-z", "--add", "--remove", "--stdin")
          .reading(GitNames.written(changed))
          .run();
    }
    return git.command(
            "merge",
            "--quiet",
            "--ff-only",
            "--no-squash",
            "--no-stat",
            "--no-autostash",
            "--no-verify-signatures",
            "--no-overwrite-ignore",
            commit())
        .at(step.at())
        .outliving()
        .ask();
  }

  private List<String> touched() {
    return git.run(
            "diff-tree",
            "-r",
            "-z",
            "--name-only",
            "--no-renames",
            "--ignore-submodules=none",
            from(),
            commit())
        .names();
  }

  private String from() {
    return step.tip().map(CommitId::hex).orElse(repository.format().emptyTree());
  }

  private String commit() {
    return step.commit().hex();
  }

  /// Tracked files that are not as in the tip, staged or not.
  private List<String> changed() {
    return git
        .run(
            "status",
            "--porcelain",
            "-z",
            "--no-renames",
            "--untracked-files=no",
            "--ignore-submodules=all")
        .names()
        .stream()
        .map(line -> line.substring("XY ".length()))
        .toList();
  }

  private static boolean blocks(TreeSet<String> untracked, String path) {
    var below = untracked.ceiling(path + "/");
    if (untracked.contains(path) || (below != null && below.startsWith(path + "/"))) {
      return true;
    }
    for (var at = path.indexOf('/'); at >= 0; at = path.indexOf('/', at + 1)) {
      if (untracked.contains(path.substring(0, at))
          || untracked.contains(path.substring(0, at + 1))) {
        return true;
      }
    }
    return false;
  }

  /// Of these files, those that are as the commit has them, and staged so or not at all.
  private Set<String> settled(Set<String> paths) {
    try (var scratch = Scratch.in(repository.home().scratch())) {
      var target = git.with("core.splitIndex=false").index(scratch.index());
      target.run("read-tree", commit());
      target.ask("update-index", "-q", "--refresh");
      var settled = new HashSet<>(paths);
      target
          .run("diff-files", "-z", "--name-only", "--ignore-submodules=all")
          .names()
          .forEach(settled::remove);
      target.run("ls-files", "-z", "-o").names().forEach(settled::remove);
      staged().forEach(settled::remove);
      return settled;
    }
  }

  /// What the user has staged that is neither as it was nor as it will be.
  private Set<String> staged() {
    var staged = new HashSet<>(differingIndex(from()));
    staged.retainAll(differingIndex(commit()));
    return staged;
  }

  private List<String> differingIndex(String tree) {
    return git.run("diff-index", "-z", "--name-only", "--cached", "--no-renames", tree).names();
  }
}
