package dev.otto.activities.git;

import dev.otto.model.TreeId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Which changes of a content belong to the group that made it.
///
/// @param tree the base with only the changes inside
record Ownership(List<TreeChange> inside, List<TreeChange> outside, TreeId tree) {
  static Ownership of(Trees trees, TreeId base, TreeId content, Owned owned) {
    var inside = new ArrayList<TreeChange>();
    var outside = new ArrayList<TreeChange>();
    for (var change : trees.changes(base, content)) {
      (owned.contains(change.path()) ? inside : outside).add(change);
    }
    var homeless = homeless(inside, outside);
    inside.removeAll(homeless);
    outside.addAll(homeless);
    return new Ownership(inside, outside, trees.with(base, withRemovalsFirst(inside)));
  }

  List<String> insidePaths() {
    return inside.stream().map(TreeChange::path).toList();
  }

  List<String> outsidePaths() {
    return outside.stream().map(TreeChange::path).toList();
  }

  /// A file where a folder has to stay, or below a file that has to stay, cannot be taken: what
  /// would make room for it is not the group's to remove.
  private static List<TreeChange> homeless(List<TreeChange> inside, List<TreeChange> outside) {
    var staying = outside.stream().filter(TreeChange::gone).toList();
    return inside.stream()
        .filter(change -> !change.gone() && staying.stream().anyMatch(change::excludes))
        .toList();
  }

  private static List<TreeChange> withRemovalsFirst(List<TreeChange> changes) {
    return Stream.concat(
            changes.stream().filter(TreeChange::gone),
            changes.stream().filter(change -> !change.gone()))
        .toList();
  }
}
