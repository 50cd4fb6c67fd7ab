package dev.otto.activities.git;

import static dev.otto.activities.git.Bench.LEASE;
import static dev.otto.activities.git.Bench.NOON;
import static dev.otto.activities.git.Bench.RUN;
import static dev.otto.activities.git.Bench.owning;

import dev.otto.model.CommitId;
import dev.otto.model.Digest;
import dev.otto.model.GroupId;
import dev.otto.model.path.Glob;
import java.nio.file.Path;
import java.util.List;

/// A whole run, as far as git sees it: two groups, a stray, a conflict that is solved, an audit,
/// and landing. Each step asks what is there and does the rest, so the story may be told again from
/// its beginning after any interruption.
final class Story {
  static final GroupId API = new GroupId("api");
  static final GroupId WEB = new GroupId("web");

  private final Bench bench;
  private final User user;
  private final Path audits;

  Story(Bench bench, User user, Path audits) {
    this.bench = bench;
    this.user = user;
    this.audits = audits;
  }

  /// A repository in which the story can happen.
  static User setting(Path folder) {
    return User.withOneCommit(folder).write("shared.txt", "1\n2\n3\n");
  }

  /// Tells it whole; the answer is the commit that was audited and published.
  CommitId told() {
    var clone = bench.clone(user);
    var base = clone.bases().take(LEASE, bench.look(user)).commit();
    clone.lane().begin(LEASE, base);
    var api = work(clone, API, base, base, "api");
    var web = work(clone, WEB, base, base, "web");
    var first = (Candidate.Clean) clone.lane().candidate(RUN, API, 1, base, api, NOON);
    clone.lane().advance(LEASE, base, first.commit());
    var conflict =
        (Candidate.Conflicted) clone.lane().candidate(RUN, WEB, 1, first.commit(), web, NOON);
    var solved = solved(clone, conflict, first.commit());
    var second =
        (Candidate.Clean) clone.lane().candidate(RUN, WEB, 2, first.commit(), solved, NOON);
    clone.lane().advance(LEASE, first.commit(), second.commit());
    clone.auditClones().make(audits.resolve("audit"), second.commit());
    clone.auditClones().export(audits.resolve("base"), clone.tree(base));
    clone.publication().anchor(LEASE, second.commit(), Digest.of("packet"), NOON);
    clone.publication().publish(LEASE, second.commit(), bench.find(user));
    List.of(API, WEB).forEach(group -> clone.worktrees().remove(WorktreeName.of(RUN, group)));
    return second.commit();
  }

  private CommitId work(Clone clone, GroupId group, CommitId base, CommitId from, String words) {
    var name = WorktreeName.of(RUN, group);
    var worktree =
        clone
            .worktrees()
            .find(name)
            .filter(one -> one.from().equals(from))
            .orElseGet(() -> clone.worktrees().reset(name, from));
    var agent = Agent.in(worktree);
    agent.write("shared.txt", "1\n%s\n3\n".formatted(words)).write(words + "/new.txt", words);
    agent
        .write("stray-of-" + words, "s")
        .shell("chmod +x %s/new.txt; ln -sf new.txt %1$s/link".formatted(words));
    clone.salvage(Walls.NONE).keep(LEASE, group, worktree, NOON);
    var owned = Owned.by(List.of(new Glob(words + "/**"), new Glob("shared.txt")));
    var order = new WorkOrder(LEASE, group, 1, base, owned, "Work of " + group, NOON);
    return ((Work.Committed) clone.handover(Walls.NONE, bench.contents).take(order, worktree))
        .commit();
  }

  private CommitId solved(Clone clone, Candidate.Conflicted conflict, CommitId onto) {
    var worktree = clone.worktrees().reset(WorktreeName.of(RUN, WEB), conflict.marked());
    Agent.in(worktree).write("shared.txt", "1\napi and web\n3\n");
    var owned = new Owned(owning("web/**").globs(), conflict.paths());
    var order = new WorkOrder(LEASE, WEB, 2, onto, owned, "Solve", NOON.plusSeconds(60));
    return ((Work.Committed) clone.handover(Walls.NONE, bench.contents).take(order, worktree))
        .commit();
  }
}
