package dev.otto.activities.git;

import dev.otto.model.path.Glob;
import dev.otto.model.project.Baggage;
import java.util.List;

/// What a group may change: paths by pattern (`owns` and `shared`), and the paths of a conflict
/// that it has to solve.
public record Owned(List<Glob> globs, List<String> conflicts) {
  public Owned {
    globs = List.copyOf(globs);
    conflicts = List.copyOf(conflicts);
  }

  public static Owned by(List<Glob> globs) {
    return new Owned(globs, List.of());
  }

  boolean contains(String path) {
    return conflicts.contains(path) || globs.stream().anyMatch(glob -> means(glob, path));
  }

  /// Hooks, permissions and their like have to be named: who may change everything may not change
  /// what others obey.
  private static boolean means(Glob glob, String path) {
    return glob.matches(path) && (Baggage.root(path).isEmpty() || Baggage.named(glob));
  }
}
