package dev.otto.activities.git;

import dev.otto.model.CommitId;
import dev.otto.model.TreeId;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The marks that a conflicting merge leaves for somebody to solve: lines in files, and files named
/// after a side.
record Markers(Clone repository, CommitId merge) {
  private static final Pattern LINE = Pattern.compile("(<{7}|\\|{7}|>{7})( .*)?");

  /// The paths that still carry marks. Lines that look like marks and were so on one side are
  /// content.
  List<String> left(TreeId tree, List<String> conflicts) {
    var sides = repository.commits().parents(merge);
    if (sides.size() < 2) {
      return List.of();
    }
    var names = sides.stream().map(side -> "~" + side).toList();
    return repository.trees().paths(tree).stream()
        .filter(path ->
            names.stream().anyMatch(path::contains)
                || (conflicts.contains(path) && marked(tree, path, sides)))
        .map(GitNames::shown)
        .toList();
  }

  private boolean marked(TreeId tree, String path, List<CommitId> sides) {
    var lines = lines(tree, path);
    sides.forEach(side -> lines.removeAll(lines(repository.tree(side), path)));
    return !lines.isEmpty();
  }

  private Set<String> lines(TreeId tree, String path) {
    return repository
        .trees()
        .file(tree, path)
        .map(content -> new String(content, StandardCharsets.ISO_8859_1))
        .orElse("")
        .lines()
        .filter(line -> LINE.matcher(line).matches())
        .collect(Collectors.toSet());
  }
}
