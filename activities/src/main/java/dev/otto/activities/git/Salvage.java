package dev.otto.activities.git;

import dev.otto.model.CommitId;
import dev.otto.model.GroupId;
import dev.otto.model.Lease;
import dev.otto.model.RunId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Puts the content of worktrees away before they are cleared, untracked files included, so that no
/// work is lost.
public final class Salvage {
  private final Clone clone;
  private final Snapshots snapshots;

  Salvage(Clone clone, Snapshots snapshots) {
    this.clone = clone;
    this.snapshots = snapshots;
  }

  /// Keeps what the worktree holds, unless that is just what it was laid out with.
  public Optional<Salvaged> keep(Lease lease, GroupId group, Worktree worktree, Instant at) {
    var tree = snapshots.take(worktree).tree();
    if (tree.equals(worktree.tree())) {
      return Optional.empty();
    }
    var before = list(lease.run()).stream().filter(one -> one.group().equals(group)).toList();
    var known = before.stream().filter(one -> clone.tree(one.commit()).equals(tree)).findFirst();
    if (known.isPresent()) {
      return known;
    }
    var commit =
        clone
            .commits()
            .commit(
                tree,
                List.of(worktree.from()),
                new CommitMessage("Salvaged from " + group, lease.run(), Optional.of(group), 0),
                at);
    return Optional.of(kept(lease, group, before.size() + 1, commit, at));
  }

  /// All that was salvaged of the run, oldest first within a group.
  public List<Salvaged> list(RunId run) {
    var prefix = Ref.salvages(run);
    return clone.refs().below(prefix).stream()
        .map(standing -> salvaged(standing, prefix))
        .sorted(
            Comparator.comparing((Salvaged one) -> one.group().value())
                .thenComparingInt(Salvaged::number))
        .toList();
  }

  /// A run, and something that was salvaged of it.
  public record OfRun(RunId run, Salvaged salvaged) {}

  /// All that was salvaged of all runs of the project.
  public List<OfRun> all() {
    return clone.refs().below(Ref.SALVAGES).stream()
        .map(standing -> standing.ref().name().substring(Ref.SALVAGES.length()).split("/", -1)[0])
        .distinct()
        .map(RunId::new)
        .flatMap(run -> list(run).stream().map(salvaged -> new OfRun(run, salvaged)))
        .toList();
  }

  /// How many files it changed.
  public int files(Salvaged salvaged) {
    var from = clone.commits().parents(salvaged.commit()).getFirst();
    return clone.trees().changed(clone.tree(from), clone.tree(salvaged.commit())).size();
  }

  private Salvaged kept(Lease lease, GroupId group, int number, CommitId commit, Instant at) {
    try {
      clone
          .refs()
          .move(lease, RefMove.create(Ref.salvage(lease.run(), group, number), commit.hex()));
      return new Salvaged(group, number, commit, at);
    } catch (RefMoved _) {
      return kept(lease, group, number + 1, commit, at);
    }
  }

  private Salvaged salvaged(Refs.Standing standing, String prefix) {
    var words = standing.ref().name().substring(prefix.length()).split("/", -1);
    var commit = new CommitId(standing.object());
    return new Salvaged(
        new GroupId(words[0]), Integer.parseInt(words[1]), commit, clone.commits().moment(commit));
  }
}
