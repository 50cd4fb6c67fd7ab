package dev.otto.activities.git;

import dev.otto.activities.git.LandingRefusal.BranchMoved;
import dev.otto.activities.git.LandingRefusal.CheckoutBusy;
import dev.otto.activities.git.LandingRefusal.CheckoutLocked;
import dev.otto.activities.git.LandingRefusal.FilesInTheWay;
import dev.otto.activities.git.LandingRefusal.NoSuchBranch;
import dev.otto.activities.git.LandingRefusal.NotFastForward;
import dev.otto.model.CommitId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Brings exactly the audited commit into a branch of the user: the only thing in Otto that touches
/// the user's checkout. Either the branch moves forward and its files with it, or nothing changes
/// and there is a reason.
public final class Landing {
  private final Clone clone;

  Landing(Clone clone) {
    this.clone = clone;
  }

  /// Lands a published commit; the reflog of the branch says at which moment. A repeat finds it
  /// landed.
  public Landed land(UserRepository user, String branch, CommitId commit, Instant at) {
    var refs = new Refs(theirs(user), clone.format(), Fence.OPEN);
    var ref = branch(user, branch);
    var tip = refs.commit(ref);
    var holder =
        UserWorktree.all(clone.anywhere(), user.commonDirectory()).stream()
            .filter(one -> one.ref().equals(Optional.of(ref)))
            .findFirst();
    if (tip.isEmpty() && holder.isEmpty()) {
      throw new NoSuchBranch(branch).refused();
    }
    var history = new Commits(theirs(user));
    if (tip.isPresent() && history.isIn(commit, tip.get())) {
      return new Landed(commit, branch, tip, true);
    }
    if (tip.isPresent() && !history.isIn(tip.get(), commit)) {
      throw new NotFastForward(branch, tip.get(), commit).refused();
    }
    if (holder.isPresent()) {
      forward(holder.get(), branch, new LandingStep(tip, commit, at));
    } else {
      move(user, ref, new LandingStep(tip, commit, at));
    }
    if (!refs.commit(ref).equals(Optional.of(commit))) {
      throw new BranchMoved(branch).refused();
    }
    return new Landed(commit, branch, tip, false);
  }

  private Ref branch(UserRepository user, String branch) {
    var ref = Ref.branch(branch);
    if (branch.startsWith("-") || !theirs(user).ask("check-ref-format", ref.name()).ok()) {
      throw new NoSuchBranch(branch).refused();
    }
    return ref;
  }

  /// A branch that nobody has checked out: only its ref moves, from where it was seen.
  private void move(UserRepository user, Ref ref, LandingStep step) {
    var from = step.tip().orElseThrow().hex();
    var answer =
        theirs(user)
            .command("update-ref", "-m", "otto land", ref.name(), step.commit().hex(), from)
            .at(step.at())
            .outliving()
            .ask();
    if (!answer.ok() && answer.complaint().contains("Unable to create")) {
      throw new GitTrouble(List.of("update-ref", ref.name()), answer);
    }
  }

  private void forward(UserWorktree worktree, String branch, LandingStep step) {
    worktree
        .operation()
        .ifPresent(one -> {
          throw new CheckoutBusy(worktree.folder(), one).refused();
        });
    if (worktree.locked()) {
      throw new CheckoutLocked(worktree.folder()).refused();
    }
    var files = new LandingFiles(clone, forwardGit(worktree), step);
    var inTheWay = files.inTheWay();
    if (!inTheWay.isEmpty()) {
      throw new FilesInTheWay(worktree.folder(), GitNames.shown(inTheWay)).refused();
    }
    var answer = files.forward();
    if (!answer.ok()) {
      throw notForwarded(worktree, branch, files, answer);
    }
  }

  /// The look before said yes and git said no: something changed in between.
  private static RuntimeException notForwarded(
      UserWorktree worktree, String branch, LandingFiles files, GitAnswer answer) {
    if (worktree.locked()) {
      return new CheckoutLocked(worktree.folder()).refused();
    }
    var inTheWay = files.inTheWay();
    if (!inTheWay.isEmpty()) {
      return new FilesInTheWay(worktree.folder(), GitNames.shown(inTheWay)).refused();
    }
    if (answer.complaint().contains("fast-forward")) {
      return new BranchMoved(branch).refused();
    }
    return new GitTrouble(List.of("merge", "--ff-only"), answer);
  }

  private Git theirs(UserRepository user) {
    return clone.anywhere().on(user.commonDirectory());
  }

  private Git forwardGit(UserWorktree worktree) {
    return clone
        .anywhere()
        .on(worktree.gitDirectory(), worktree.folder())
        .with("core.untrackedCache=keep")
        .variable("GIT_REFLOG_ACTION", "otto land");
  }
}
