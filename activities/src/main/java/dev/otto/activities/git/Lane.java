package dev.otto.activities.git;

import dev.otto.activities.git.Candidate.Conflict;
import dev.otto.model.CommitId;
import dev.otto.model.GroupId;
import dev.otto.model.Lease;
import dev.otto.model.RunId;
import dev.otto.model.TreeId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The run's branch, and the candidates that are merged onto it one by one. No worktree is
/// involved, and nothing is ever reset.
public final class Lane {
  private final Clone clone;

  Lane(Clone clone) {
    this.clone = clone;
  }

  /// Where the run's branch stands.
  public Optional<CommitId> head(RunId run) {
    return clone.refs().commit(Ref.head(run));
  }

  /// Begins the run's branch at this commit. One that has begun there and gone on stays.
  public void begin(Lease lease, CommitId commit) {
    move(lease, RefMove.create(Ref.head(lease.run()), commit.hex()), commit);
  }

  /// Whether the branch has this commit already.
  public boolean has(CommitId head, CommitId commit) {
    return clone.commits().isIn(commit, head);
  }

  /// The merge of a group's commit onto the branch, with the moment at which it was ordered: a
  /// repeat finds the same.
  public Candidate candidate(
      RunId run, GroupId group, int attempt, CommitId onto, CommitId commit, Instant at) {
    var merge =
        clone
            .git()
            .with("merge.conflictStyle=diff3")
            .ask(
                "merge-tree",
                "--write-tree",
                "-z",
                "--name-only",
                "--messages",
                onto.hex(),
                commit.hex());
    if (merge.exitCode() > 1) {
      throw new GitTrouble(List.of("merge-tree", onto.hex(), commit.hex()), merge);
    }
    var words = merge.names();
    var tree = new TreeId(words.getFirst());
    if (!merge.ok()) {
      var marked = "Both sides of %s, to be solved".formatted(group);
      return new Candidate.Conflicted(
          merged(tree, run, group, attempt, onto, commit, marked, at), conflicts(words));
    }
    if (tree.equals(clone.tree(onto))) {
      return new Candidate.Redundant(onto, tree);
    }
    return new Candidate.Clean(
        merged(tree, run, group, attempt, onto, commit, "Merge " + group, at), tree);
  }

  /// Moves the branch forward from where it is known to be.
  public void advance(Lease lease, CommitId from, CommitId to) {
    if (!has(to, from)) {
      throw new IllegalArgumentException("%s does not continue %s".formatted(to, from));
    }
    move(lease, RefMove.of(Ref.head(lease.run()), Optional.of(from), to), to);
  }

  /// A branch that has the commit already has been here.
  private void move(Lease lease, RefMove move, CommitId commit) {
    try {
      clone.refs().move(lease, move);
    } catch (RefMoved elsewhere) {
      if (!has(head(lease.run()).orElseThrow(), commit)) {
        throw elsewhere;
      }
    }
  }

  private CommitId merged(
      TreeId tree,
      RunId run,
      GroupId group,
      int attempt,
      CommitId onto,
      CommitId commit,
      String subject,
      Instant at) {
    return clone
        .commits()
        .commit(
            tree,
            List.of(onto, commit),
            new CommitMessage(subject, run, Optional.of(group), attempt),
            at);
  }

  /// After the tree come the paths and an empty word; then, for each message, how many paths it is
  /// about, these, its kind and its text.
  private static List<Conflict> conflicts(List<String> words) {
    var end = words.indexOf("");
    return words.subList(1, end).stream()
        .map(path ->
            new Conflict(GitNames.shown(path), message(words.subList(end + 1, words.size()), path)))
        .toList();
  }

  private static String message(List<String> messages, String path) {
    var found = "";
    for (var at = 0; at < messages.size(); ) {
      var paths = Integer.parseInt(messages.get(at));
      var about = messages.subList(at + 1, at + 1 + paths);
      var kind = messages.get(at + 1 + paths);
      if (about.contains(path) && kind.startsWith("CONFLICT")) {
        found = GitNames.shown(messages.get(at + 2 + paths)).strip();
      }
      at += paths + 3;
    }
    return found;
  }
}
