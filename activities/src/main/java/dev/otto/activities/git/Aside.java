package dev.otto.activities.git;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/// The place beside a worktree for what git cannot keep: nested git directories, pipes, forbidden
/// names. What is moved there stays, so that nothing of anyone's work is lost.
record Aside(Clone repository, Worktree worktree) {
  /// Takes a file or folder out of the worktree, if it is there.
  void take(Path found) {
    if (exists(found)) {
      Folders.moved(found, free(worktree.files().relativize(found)));
    }
  }

  /// Takes what git names so. A name that this JVM cannot say stays where it is.
  void take(String name) {
    try {
      take(worktree.files().resolve(name));
    } catch (InvalidPathException _) {
      // It is reported all the same.
    }
  }

  private Path free(Path inside) {
    var place = repository.home().aside(worktree.name());
    var number = 1;
    while (exists(place.resolve(Integer.toString(number)).resolve(inside))) {
      number++;
    }
    return place.resolve(Integer.toString(number)).resolve(inside);
  }

  private static boolean exists(Path path) {
    return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
  }
}
