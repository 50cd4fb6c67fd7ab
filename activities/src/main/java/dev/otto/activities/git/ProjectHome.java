package dev.otto.activities.git;

import java.nio.file.Path;
import java.util.List;

/// Where a project's git lives on this host.
///
/// @param folder the project's own folder in Otto's home
/// @param worktrees where its worktrees are put
public record ProjectHome(Path folder, Path worktrees) {
  /// How the name of a worktree begins that is being removed.
  static final String REMOVED = ".removed.";

  /// The project's folder below Otto's home, worktrees included.
  public static ProjectHome in(Path folder) {
    return new ProjectHome(folder, folder.resolve("worktrees"));
  }

  /// Otto's own bare clone.
  Path repository() {
    return folder.resolve("repository.git");
  }

  /// The files of a worktree.
  public Path files(WorktreeName name) {
    return worktrees.resolve(name.run().value()).resolve(name.name());
  }

  /// The git directory that a worktree shows.
  Path shown(WorktreeName name) {
    return below("shown", name);
  }

  /// The git directory that replaces it in a Cell.
  Path agents(WorktreeName name) {
    return below("private", name);
  }

  /// Where Otto keeps its own index of a worktree, in a file named after the commit that it was
  /// laid out with.
  Path indexes(WorktreeName name) {
    return indexes().resolve(name.run().value()).resolve(name.name());
  }

  Path indexes() {
    return folder.resolve("indexes");
  }

  /// Where a worktree goes to be removed: beside it, so that going there is one step.
  Path removed(WorktreeName name) {
    return files(name).resolveSibling(REMOVED + name.name());
  }

  /// What was moved out of a worktree because git cannot keep it: beside it, so that moving is one
  /// step.
  Path aside(WorktreeName name) {
    return files(name).resolveSibling(".aside." + name.name());
  }

  /// All folders with what was moved out of worktrees.
  public List<Path> asides() {
    return Folders.children(worktrees).stream()
        .flatMap(run -> Folders.children(run).stream())
        .filter(folder -> folder.getFileName().toString().startsWith(".aside."))
        .toList();
  }

  /// Short-lived files; what is left in it is left by a kill.
  Path scratch() {
    return folder.resolve("scratch");
  }

  private Path below(String kind, WorktreeName name) {
    return folder.resolve(kind).resolve(name.run().value()).resolve(name.name());
  }
}
