package dev.otto.activities.git;

import dev.otto.activities.git.GitRefusal.BranchTaken;
import dev.otto.activities.git.Refs.Standing;
import dev.otto.model.CommitId;
import dev.otto.model.Digest;
import dev.otto.model.Lease;
import dev.otto.model.RunId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Gives a run to the user's repository: objects in one pack, then one transaction that creates
/// `otto/<run>` and the proof's ref. Hooks and reflogs stay untouched, and so does everything else
/// there.
public final class Publication {
  private static final int TRIES = 3;
  private final Clone clone;

  Publication(Clone clone) {
    this.clone = clone;
  }

  /// Ties the run's proof packet to the commit that was audited.
  public void anchor(Lease lease, CommitId audited, Digest packet, Instant at) {
    new ProofAnchor(audited, packet).set(clone, lease, at);
  }

  /// The anchor of the run's proof in Otto's clone.
  public Optional<ProofAnchor> anchor(RunId run) {
    return ProofAnchor.read(clone.git(), run);
  }

  /// The anchor of the run's proof in the user's repository.
  public Optional<ProofAnchor> anchor(UserRepository user, RunId run) {
    return ProofAnchor.read(theirs(user), run);
  }

  /// Publishes the commit and, where it is set, the anchor. A repeat finds them there and changes
  /// nothing.
  public void publish(Lease lease, CommitId commit, UserRepository user) {
    var wanted = wanted(lease.run(), commit);
    var keeps = new Keeps(user, lease.run());
    try {
      for (var left = TRIES; !arrived(lease.run(), wanted, user); left--) {
        send(lease.run(), wanted, user, keeps.mark());
        clone.refs().held(lease);
        create(wanted, user, left == 1);
      }
    } finally {
      keeps.remove();
    }
  }

  /// Gives a commit of an earlier run to the user as a branch of its own. A repeat changes nothing.
  public void give(RunId run, CommitId commit, Ref branch, UserRepository user) {
    var wanted = List.of(new Standing(branch, commit.hex()));
    var keeps = new Keeps(user, run);
    try {
      for (var left = TRIES; !arrived(run, wanted, user); left--) {
        send(run, wanted, user, keeps.mark());
        create(wanted, user, left == 1);
      }
    } finally {
      keeps.remove();
    }
  }

  private List<Standing> wanted(RunId run, CommitId commit) {
    var wanted = new ArrayList<Standing>();
    wanted.add(new Standing(Ref.published(run), commit.hex()));
    var proof = Ref.proof(run);
    clone.refs().object(proof).ifPresent(tag -> wanted.add(new Standing(proof, tag)));
    return wanted;
  }

  /// Whether all refs are there. One that stands elsewhere is somebody else's, unless it is an
  /// older proof of this very run.
  private boolean arrived(RunId run, List<Standing> wanted, UserRepository user) {
    var there = refs(user);
    var arrived = true;
    for (var one : wanted) {
      var found = there.object(one.ref());
      var right = found.equals(Optional.of(one.object()));
      if (found.isPresent() && !right && !isOwn(one.ref(), run, user)) {
        throw new BranchTaken(one.ref().name().replaceFirst("^refs/(heads/)?", "")).refused();
      }
      arrived &= right;
    }
    return arrived;
  }

  private boolean isOwn(Ref ref, RunId run, UserRepository user) {
    return ref.equals(Ref.proof(run)) && anchor(user, run).isPresent();
  }

  /// Sends what is missing. Only what Otto made is held to git's strictest rules: history may be
  /// older than they are.
  private void send(RunId run, List<Standing> wanted, UserRepository user, String mark) {
    var objects = wanted.stream().map(one -> one.object() + "\n").collect(Collectors.joining());
    var known = known(run, user);
    var strict = known.isEmpty() ? List.<String>of() : List.of("--strict");
    try (var scratch = Scratch.in(clone.home().scratch())) {
      var pack = scratch.file("pack");
      clone
          .git()
          .command("pack-objects", "--quiet", "--revs", "--stdout", "--thin")
          .reading(objects + known)
          .into(pack)
          .run();
      var words = new ArrayList<>(List.of("index-pack", "--stdin", "--fix-thin", "--keep=" + mark));
      words.addAll(strict);
      theirs(user).command(words.toArray(String[]::new)).reading(pack).run();
    }
  }

  /// What need not be sent: the base, as long as a ref of the user holds it. Otherwise garbage
  /// collection may be taking it away right now.
  private String known(RunId run, UserRepository user) {
    return clone
        .bases()
        .of(run)
        .map(Base::commit)
        .filter(base -> isHeld(base, user))
        .map("^%s\n"::formatted)
        .orElse("");
  }

  private boolean isHeld(CommitId base, UserRepository user) {
    var holders =
        theirs(user).ask("for-each-ref", "--count=1", "--format=held", "--contains", base.hex());
    return holders.ok() && holders.line().equals("held");
  }

  /// Garbage collection may have been faster than the pack's mark; then this fails and everything
  /// is sent again.
  private void create(List<Standing> wanted, UserRepository user, boolean last) {
    wanted.forEach(one -> new StaleLock(user.commonDirectory(), one.ref()).remove());
    var there = refs(user);
    var lines =
        wanted.stream()
            .map(one -> new RefMove(one.ref(), there.object(one.ref()), Optional.of(one.object())))
            .filter(move -> !move.from().equals(move.to()))
            .map(move -> move.line(clone.format()))
            .collect(Collectors.joining());
    var answer = theirs(user).command("update-ref", "--stdin").reading(lines).ask();
    if (!answer.ok() && last) {
      throw new GitTrouble("the run could not be published: " + answer.complaint());
    }
  }

  private Refs refs(UserRepository user) {
    return new Refs(theirs(user), clone.format(), Fence.OPEN);
  }

  private Git theirs(UserRepository user) {
    return clone.anywhere().on(user.commonDirectory()).with("core.logAllRefUpdates=false");
  }
}
