package dev.otto.activities.git;

import dev.otto.model.CommitId;
import dev.otto.model.Contents;
import dev.otto.model.TreeId;
import java.util.List;

/// Takes an attempt's work from its worktree: what belongs to the group becomes a commit, the rest
/// is kept as strays and taken out. All of it follows from what was written, which is fixed by a
/// ref before anything else: a repeat comes to the same answer, whatever was killed or ran in the
/// worktree meanwhile.
public final class Handover {
  private final Clone clone;
  private final Snapshots snapshots;
  private final Contents contents;

  Handover(Clone clone, Snapshots snapshots, Contents contents) {
    this.clone = clone;
    this.snapshots = snapshots;
    this.contents = contents;
  }

  public Work take(WorkOrder order, Worktree worktree) {
    try (var scratch = Scratch.in(clone.home().scratch())) {
      var snapshot = snapshots.take(worktree, scratch);
      var written = written(order, snapshot);
      var base = clone.tree(order.base());
      var ownership = Ownership.of(clone.trees(), base, written.tree(), order.owned());
      var changes =
          new Changes(
              GitNames.shown(ownership.insidePaths()),
              strays(ownership, written.tree(), scratch),
              written.aside());
      var work = work(order, worktree, ownership.tree(), base, changes);
      if (!ownership.tree().equals(snapshot.tree())) {
        equalise(worktree, ownership.tree(), scratch);
      }
      return work;
    }
  }

  private Work work(WorkOrder order, Worktree worktree, TreeId tree, TreeId base, Changes changes) {
    var parents = parents(order, worktree);
    if (tree.equals(base) && parents.size() == 1) {
      return new Work.Nothing(tree, changes);
    }
    var commit = clone.commits().commit(tree, parents, order.message(order.title()), order.at());
    var ref = Ref.group(order.lease().run(), order.group());
    clone.refs().move(order.lease(), RefMove.of(ref, clone.refs().commit(ref), commit));
    var markers = new Markers(clone, worktree.from()).left(tree, order.owned().conflicts());
    return markers.isEmpty()
        ? new Work.Committed(commit, tree, changes)
        : new Work.Unresolved(commit, tree, markers, changes);
  }

  /// Work on a merge keeps both of its parents; all other work has the base alone.
  private List<CommitId> parents(WorkOrder order, Worktree worktree) {
    var parents = clone.commits().parents(worktree.from());
    return parents.size() == 2 && parents.getFirst().equals(order.base())
        ? parents
        : List.of(order.base());
  }

  /// What the attempt wrote: what the worktree holds when this is first asked.
  private Snapshot written(WorkOrder order, Snapshot now) {
    var ref = Ref.written(order.lease().run(), order.group(), order.at());
    var known = clone.refs().commit(ref);
    if (known.isPresent()) {
      return new Snapshot(clone.tree(known.get()), clone.commits().aside(known.get()));
    }
    var message =
        order.message("All that attempt %d wrote".formatted(order.attempt())).with(now.aside());
    var commit = clone.commits().commit(now.tree(), List.of(order.base()), message, order.at());
    clone.refs().move(order.lease(), RefMove.create(ref, commit.hex()));
    return now;
  }

  private Strays strays(Ownership ownership, TreeId content, Scratch scratch) {
    if (ownership.outside().isEmpty()) {
      return Strays.NONE;
    }
    var patch =
        Patch.between(clone, ownership.tree().hex(), content.hex(), scratch)
            .bytes()
            .map(contents::keep);
    return new Strays(GitNames.shown(ownership.outsidePaths()), patch);
  }

  /// Gives the worktree exactly the tree, starting from the index that the snapshot left.
  private void equalise(Worktree worktree, TreeId tree, Scratch scratch) {
    clone.git(worktree.files(), scratch.index()).run("read-tree", "-u", "--reset", tree.hex());
  }
}
