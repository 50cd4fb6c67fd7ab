package dev.otto.activities.git;

import dev.otto.model.path.Glob;
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
    return conflicts.contains(path) || globs.stream().anyMatch(glob -> glob.matches(path));
  }
}
