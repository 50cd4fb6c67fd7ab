package dev.otto.activities.git;

import dev.otto.activities.git.GitRefusal.ObjectsMissing;
import dev.otto.model.CommitId;
import dev.otto.model.Lease;
import dev.otto.model.RunId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What the runs of a project start from.
public final class Bases {
  private static final Instant FIXED = Instant.parse("2000-01-01T00:00:00Z");
  private final Clone clone;

  Bases(Clone clone) {
    this.clone = clone;
  }

  /// The run's base: the commit that the user's HEAD is at now, or was at when this was first
  /// asked.
  public Base take(Lease lease, Checkout checkout) {
    var known = of(lease.run());
    if (known.isPresent()) {
      return known.get();
    }
    try {
      switch (checkout.head()) {
        case Head.OnBranch _, Head.Detached _ -> fetch(lease, checkout.repository());
        case Head.Unborn _ ->
            clone.refs().move(lease, RefMove.create(Ref.base(lease.run()), nothing().hex()));
      }
    } catch (RefMoved _) {
      // A repeat of this very step was faster; what it fixed is the base.
    }
    return of(lease.run()).orElseThrow();
  }

  /// The base of a run that was forked: the commit that the other run builds on.
  public Base same(Lease lease, CommitId commit) {
    if (of(lease.run()).isEmpty()) {
      try {
        clone.refs().move(lease, RefMove.create(Ref.base(lease.run()), commit.hex()));
      } catch (RefMoved _) {
        // A repeat of this very step was faster.
      }
    }
    return of(lease.run()).orElseThrow();
  }

  /// The run's base, once it is fixed.
  public Optional<Base> of(RunId run) {
    return clone
        .refs()
        .commit(Ref.base(run))
        .map(commit -> new Base(commit, clone.tree(commit), commit.equals(nothing())));
  }

  private void fetch(Lease lease, UserRepository user) {
    var incoming = Ref.incoming(lease.run(), lease.epoch());
    clone.alone(() -> fetch(user, incoming));
    var fetched = clone.refs().object(incoming).orElseThrow();
    clone
        .refs()
        .move(
            lease,
            RefMove.create(Ref.base(lease.run()), fetched),
            RefMove.remove(incoming, fetched));
  }

  private void fetch(UserRepository user, Ref incoming) {
    var answer =
        clone
            .git()
            .ask(
                "fetch",
                "--quiet",
                "--no-tags",
                "--no-write-fetch-head",
                "--update-shallow",
                user.top().toString(),
                "+HEAD:" + incoming);
    if (answer.ok()) {
      return;
    }
    if (answer.complaint().contains("missing") || answer.complaint().contains("promisor")) {
      throw new ObjectsMissing(user.top()).refused();
    }
    throw new GitTrouble(List.of("fetch", user.top().toString()), answer);
  }

  /// The commit of nothing that stands for "no commit yet": the same one at every time.
  private CommitId nothing() {
    var git = clone.git();
    var tree = git.command("hash-object", "-w", "-t", "tree", "--stdin").run().line();
    return new CommitId(
        git.command("commit-tree", "-m", "Nothing yet", tree).at(FIXED).run().line());
  }
}
