package dev.otto.activities.git;

import dev.otto.model.TreeId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Trees of Otto's clone: looked into, compared, and made from others. No file is touched.
public final class Trees {
  private static final String PLAIN = "100644";
  private final Clone clone;

  Trees(Clone clone) {
    this.clone = clone;
  }

  /// The content of a file of the tree.
  public Optional<byte[]> file(TreeId tree, String path) {
    var answer = clone.git().ask("cat-file", "blob", tree + ":" + path);
    return answer.ok() ? Optional.of(answer.bytes()) : Optional.empty();
  }

  /// All files of the tree, in git's order.
  public List<TreeEntry> entries(TreeId tree) {
    return clone.git().run("ls-tree", "-r", "-z", tree.hex()).names().stream()
        .map(TreeEntry::of)
        .toList();
  }

  /// The paths of all files of the tree, in git's order.
  public List<String> paths(TreeId tree) {
    return clone.git().run("ls-tree", "-r", "-z", "--name-only", tree.hex()).names();
  }

  /// The tree with these files in it too; a file that it has keeps its mode.
  public TreeId with(TreeId tree, Map<String, byte[]> files) {
    var changes = new ArrayList<TreeChange>();
    files.forEach(
        (path, content) -> changes.add(new TreeChange(path, mode(tree, path), blob(content))));
    return with(tree, changes);
  }

  /// The paths that differ between two trees; one renamed is two.
  public List<String> changed(TreeId from, TreeId to) {
    return changes(from, to).stream().map(TreeChange::path).toList();
  }

  List<TreeChange> changes(TreeId from, TreeId to) {
    return changes(clone.git(), from, to);
  }

  List<TreeChange> changes(Git git, TreeId from, TreeId to) {
    var words =
        git.run(
                "diff-tree",
                "-r",
                "-z",
                "--no-renames",
                "--ignore-submodules=none",
                from.hex(),
                to.hex())
            .names();
    var changes = new ArrayList<TreeChange>();
    for (var at = 0; at < words.size(); at += 2) {
      changes.add(TreeChange.of(words.get(at), words.get(at + 1)));
    }
    return changes;
  }

  TreeId with(TreeId tree, List<TreeChange> changes) {
    try (var scratch = Scratch.in(clone.home().scratch())) {
      var git = clone.git().index(scratch.index());
      git.run("read-tree", tree.hex());
      git.command("update-index", "-z", "--add", "--replace", "--index-info")
          .reading(GitNames.written(changes.stream().map(TreeChange::line).toList()))
          .run();
      return new TreeId(git.run("write-tree").line());
    }
  }

  private String mode(TreeId tree, String path) {
    var line = clone.git().run("ls-tree", "-z", "--", tree.hex(), path).names();
    return line.isEmpty() ? PLAIN : line.getFirst().substring(0, PLAIN.length());
  }

  private String blob(byte[] content) {
    return clone.git().command("hash-object", "-w", "--stdin").reading(content).run().line();
  }
}
