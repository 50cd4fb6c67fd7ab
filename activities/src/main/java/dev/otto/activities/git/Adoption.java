package dev.otto.activities.git;

import dev.otto.model.TreeId;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Takes over the objects of a snapshot from its scratch folder into Otto's clone. Each gets its
/// name anew from its content, and none comes in that git itself holds to be dangerous.
record Adoption(Clone repository, Worktree worktree, Scratch scratch) {
  /// So many objects become files of their own; more stay in their pack.
  private static final int FEW = 500;

  /// Whether the tree was taken over; not if something in it is forbidden.
  boolean take(TreeId tree) {
    return tree.equals(worktree.tree()) || unpacked(tree).ok();
  }

  /// Takes the tree over or fails.
  void insistOn(TreeId tree) {
    if (!tree.equals(worktree.tree())) {
      var answer = unpacked(tree);
      if (!answer.ok()) {
        throw new GitTrouble(List.of("unpack-objects", "--strict"), answer);
      }
    }
  }

  private GitAnswer unpacked(TreeId tree) {
    var pack = scratch.file("pack");
    repository
        .git()
        .variable("GIT_ALTERNATE_OBJECT_DIRECTORIES", scratch.objects().toString())
        .command("pack-objects", "--quiet", "--revs", "--stdout", "--thin")
        .reading("%s\n^%s\n".formatted(tree, worktree.tree()))
        .into(pack)
        .run();
    var few = objects(pack) <= FEW;
    return repository
        .git()
        .command(
            few
                ? new String[] {"unpack-objects", "-q", "--strict"}
                : new String[] {"index-pack", "--stdin", "--fix-thin", "--strict"})
        .reading(pack)
        .ask();
  }

  /// How many objects a pack says it holds: the third word of its header.
  private static int objects(Path pack) {
    try (var content = new DataInputStream(Files.newInputStream(pack))) {
      content.skipNBytes(2 * Integer.BYTES);
      return content.readInt();
    } catch (IOException trouble) {
      throw new UncheckedIOException(trouble);
    }
  }
}
