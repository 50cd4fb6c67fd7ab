package dev.otto.activities.git;

import java.util.ArrayList;
import java.util.List;

/// Brings an index up to the files of a worktree, without `git add`, which would run the filters of
/// nested repositories. A pointer to a submodule stays as it is, unless a file has taken its place.
///
/// @param keptOut words for git that leave out what may be in no commit
record Staging(Git git, List<String> keptOut) {
  private static final String POINTER = "160000";
  private static final String NOTHING = "000000";

  void run() {
    var gone = new ArrayList<String>();
    var there = new ArrayList<>(untracked());
    for (var change : tracked()) {
      (change.gone() ? gone : there).add(change.path());
    }
    update(gone, "--force-remove");
    update(there, "--add", "--remove", "--replace");
  }

  private void update(List<String> paths, String... how) {
    if (paths.isEmpty()) {
      return;
    }
    var words = new ArrayList<>(List.of("update-index", "-z"));
    words.addAll(List.of(how));
    words.add("--stdin");
    git.command(words.toArray(String[]::new)).reading(GitNames.written(paths)).run();
  }

  /// The files that the index does not have as they are.
  List<String> changes() {
    var changes = new ArrayList<>(untracked());
    tracked().forEach(change -> changes.add(change.path()));
    return changes;
  }

  private List<String> untracked() {
    var words = new ArrayList<>(List.of("ls-files", "-z", "-o", "--exclude-standard"));
    words.addAll(keptOut);
    return git.run(words.toArray(String[]::new)).names();
  }

  private List<Change> tracked() {
    var words =
        git.run("diff-files", "-z", "--raw", "--no-renames", "--ignore-submodules=dirty").names();
    var changes = new ArrayList<Change>();
    for (var at = 0; at < words.size(); at += 2) {
      var modes = words.get(at).substring(1).split(" ", 3);
      if (!modes[0].equals(POINTER) || isFile(modes[1])) {
        changes.add(new Change(modes[1].equals(NOTHING), words.get(at + 1)));
      }
    }
    return changes;
  }

  private static boolean isFile(String mode) {
    return !mode.equals(POINTER) && !mode.equals(NOTHING);
  }

  private record Change(boolean gone, String path) {}
}
