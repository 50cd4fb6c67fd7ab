package dev.otto.activities.git;

import dev.otto.model.TreeId;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Files that direct git and say something that git refuses to carry, such as a submodule outside
/// of the repository.
///
/// @param git reads the worktree and writes its index
/// @param restoring also gives files back to the worktree
record Forbidden(Clone repository, Worktree worktree, Git git, Git restoring) {
  /// `.gitmodules` and `.gitattributes`, also by the short names that other file systems have for
  /// them.
  private static final Pattern DIRECTING = Pattern.compile("\\.?(gitmod|gitatt|gi7).*");

  /// Letters that some file systems do not see.
  private static final Pattern UNSEEN =
      Pattern.compile("[\\u200c-\\u200f\\u202a-\\u202e\\u206a-\\u206f\\ufeff]");

  /// Moves all changed ones aside and gives worktree and index what the start has instead. The
  /// answer names them.
  List<String> remove(TreeId tree) {
    var changed =
        repository.trees().changes(git, worktree.tree(), tree).stream()
            .map(TreeChange::path)
            .filter(Forbidden::directs)
            .toList();
    changed.forEach(path -> new Aside(repository, worktree).take(path));
    var start =
        repository.trees().changes(git, tree, worktree.tree()).stream()
            .filter(change -> changed.contains(change.path()))
            .toList();
    git.command("update-index", "-z", "--add", "--replace", "--index-info")
        .reading(GitNames.written(start.stream().map(TreeChange::line).toList()))
        .run();
    var files = start.stream().filter(change -> !change.gone()).map(TreeChange::path).toList();
    restoring
        .command("checkout-index", "-f", "-z", "--stdin")
        .reading(GitNames.written(files))
        .run();
    return changed;
  }

  private static boolean directs(String path) {
    var name = UNSEEN.matcher(path.substring(path.lastIndexOf('/') + 1)).replaceAll("");
    return DIRECTING.matcher(name.toLowerCase(Locale.ROOT)).matches();
  }
}
