package dev.otto.activities.git;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One of the checkouts that the user has of a repository.
///
/// @param ref what is checked out there, or is being rebased or bisected; nothing if detached
record UserWorktree(Path folder, Path gitDirectory, Optional<Ref> ref) {
  /// All of the repository that still exist.
  static List<UserWorktree> all(Git anywhere, Path commonDirectory) {
    var all = new ArrayList<UserWorktree>();
    var folder = Optional.<Path>empty();
    var ref = Optional.<Ref>empty();
    var words = anywhere.on(commonDirectory).run("worktree", "list", "--porcelain", "-z").names();
    for (var word : words) {
      if (word.startsWith("worktree ")) {
        folder = Optional.of(Path.of(word.substring("worktree ".length())));
      } else if (word.startsWith("branch ")) {
        ref = Optional.of(new Ref(word.substring("branch ".length())));
      } else if (word.equals("bare")) {
        folder = Optional.empty();
      } else if (word.isEmpty()) {
        var branch = ref;
        folder.filter(Files::isDirectory).ifPresent(one -> all.add(at(anywhere, one, branch)));
        ref = Optional.empty();
      }
    }
    return all;
  }

  Optional<Operation> operation() {
    return Operation.in(gitDirectory);
  }

  boolean locked() {
    return Files.exists(gitDirectory.resolve("index.lock"));
  }

  private static UserWorktree at(Git anywhere, Path folder, Optional<Ref> branch) {
    var gitDirectory = Path.of(anywhere.in(folder).run("rev-parse", "--absolute-git-dir").line());
    return new UserWorktree(
        folder, gitDirectory, branch.or(() -> Operation.branchOf(gitDirectory)));
  }
}
