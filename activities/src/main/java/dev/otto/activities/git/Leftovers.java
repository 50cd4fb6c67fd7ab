package dev.otto.activities.git;

import java.nio.file.Path;
import java.util.stream.Stream;

/// What a kill leaves behind in a project's git: locks of dead git processes, and half-done
/// folders. Swept before anything else works there.
record Leftovers(ProjectHome home) {
  void sweep() {
    Folders.children(home.repository()).stream()
        .filter(Leftovers::isLock)
        .forEach(Folders::removed);
    below(home.repository().resolve("refs")).filter(Leftovers::isLock).forEach(Folders::removed);
    Folders.children(home.worktrees()).stream()
        .flatMap(run -> Folders.children(run).stream())
        .filter(one -> name(one).startsWith(ProjectHome.REMOVED))
        .forEach(Folders::removed);
    Folders.removed(home.scratch());
  }

  private static Stream<Path> below(Path folder) {
    return Folders.children(folder).stream()
        .flatMap(child -> Stream.concat(Stream.of(child), below(child)));
  }

  private static boolean isLock(Path file) {
    return name(file).endsWith(".lock");
  }

  private static String name(Path file) {
    return file.getFileName().toString();
  }
}
