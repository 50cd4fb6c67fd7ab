package dev.otto.activities.call;

import dev.otto.activities.git.PrivateGitDirectory;
import dev.otto.activities.git.Worktree;
import dev.otto.activities.git.WorktreeName;
import dev.otto.activities.host.Host;
import dev.otto.activities.host.Note;
import dev.otto.activities.process.cell.Mount;
import dev.otto.model.CommitId;
import dev.otto.model.GroupId;
import dev.otto.model.Lease;
import dev.otto.model.call.CallOrder;
import dev.otto.model.call.Stage;
import dev.otto.model.group.Attempt;
import dev.otto.model.run.Run;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/// Where an agent of a run works: a worktree laid out once per attempt, and a home with the agent's
/// own memory of it.
///
/// A call that is repeated in the same attempt finds the worktree as it was left; a new attempt
/// salvages first.
public record Desk(Worktree worktree, Path home, PrivateGitDirectory git) {
  /// What a Cell shows of it: the worktree, and a git directory that nobody else reads.
  List<Mount> mounts() {
    return List.of(
        Mount.writable(worktree.files()),
        Mount.readOnly(git.objects()),
        new Mount.Writable(git.own(), git.stands()),
        Mount.readOnly(git.pointer()));
  }

  /// The desk for this call of the run.
  static Desk of(Host host, Run run, Lease lease, CallOrder order) {
    var purpose = order.group().map(GroupId::value).orElse("call." + order.stage().word());
    var name = new WorktreeName(run.id(), purpose);
    var clone = host.clone(run);
    var from = start(run, order);
    var home = host.places().cellHome(run.id(), purpose);
    var note = new Note(host.places().laidOutFor(run.id(), purpose));
    var attempt = "%s %d %d %s".formatted(kind(order), order.round(), order.attempt(), from);
    if (attempt.equals(note.text())) {
      var worktree = clone.worktrees().open(name, from);
      return new Desk(worktree, home, clone.privateGit(worktree));
    }
    order.group().ifPresent(group -> salvage(host, run, lease, group, name));
    var worktree = clone.worktrees().reset(name, from);
    removed(home);
    note.write(attempt);
    return new Desk(worktree, home, clone.privateGit(worktree));
  }

  private static String kind(CallOrder order) {
    return order.stage() == Stage.CONFLICT ? "conflict" : "attempt";
  }

  private static CommitId start(Run run, CallOrder order) {
    return switch (order.stage()) {
      case SPEC -> run.base().orElseThrow();
      case AUDIT -> run.audits().current().orElseThrow().commit();
      case BUILD, FIX, CONFLICT ->
          run.group(order.group().orElseThrow())
              .flatMap(group -> group.attempt())
              .map(Attempt::from)
              .orElseThrow();
    };
  }

  private static void salvage(Host host, Run run, Lease lease, GroupId group, WorktreeName name) {
    var clone = host.clone(run);
    clone
        .worktrees()
        .find(name)
        .ifPresent(
            worktree -> clone.salvage(host.gitWalls()).keep(lease, group, worktree, Instant.now()));
  }

  private static void removed(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    try (var files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException trouble) {
      throw new UncheckedIOException(trouble);
    }
  }
}
