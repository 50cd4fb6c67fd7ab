package dev.otto.activities.git;

import java.nio.file.Path;

/// Somebody in a worktree who may do anything there.
final class Agent {
  private Agent() {}

  static User in(Worktree worktree) {
    return new User(worktree.files());
  }

  /// A script that leaves a mark when somebody runs it.
  static Path trap(Path folder, Path mark) {
    var script = User.in(folder).write("trap.sh", "#!/bin/sh\ntouch '%s'\ncat\n".formatted(mark));
    script.shell("chmod +x trap.sh");
    return folder.resolve("trap.sh");
  }
}
