package dev.otto.activities.lane;

import dev.otto.activities.check.CheckPlace;
import dev.otto.activities.check.CheckRuns;
import dev.otto.activities.check.Report;
import dev.otto.activities.git.Candidate.Clean;
import dev.otto.activities.git.Candidate.Conflicted;
import dev.otto.activities.git.Candidate.Redundant;
import dev.otto.activities.git.WorktreeName;
import dev.otto.activities.host.Host;
import dev.otto.model.CheckId;
import dev.otto.model.CommitId;
import dev.otto.model.GroupId;
import dev.otto.model.check.Check;
import dev.otto.model.group.GroupEvent;
import dev.otto.model.group.Standing;
import dev.otto.model.run.Run;
import dev.otto.model.spec.GroupSpec;
import dev.otto.model.spec.Spec;
import dev.otto.workflows.run.Lane;
import java.util.List;

/// Merges candidates in Otto's clone: each is made, checked in a worktree of its own, and only then
/// moved to.
public final class GitLane implements Lane {
  private final Host host;

  public GitLane(Host host) {
    this.host = host;
  }

  @Override
  public GroupEvent merge(Candidate asked) {
    var run = host.runs().of(asked.lease());
    var group = run.group(asked.group()).orElseThrow();
    if (!(group.standing() instanceof Standing.Merging(var commit, var onto, var at, _))) {
      throw new IllegalStateException("group " + asked.group() + " is not merging");
    }
    var candidate =
        host.clone(run)
            .lane()
            .candidate(run.id(), asked.group(), group.attemptNumber(), onto, commit, at);
    return switch (candidate) {
      case Redundant(var head, var tree) -> new GroupEvent.Merged(head, tree, true, 0);
      case Conflicted conflict -> new GroupEvent.Conflicted(conflict.marked(), conflict.paths());
      case Clean clean -> checked(asked, run, clean, onto);
    };
  }

  private GroupEvent checked(Candidate asked, Run run, Clean candidate, CommitId onto) {
    var clone = host.clone(run);
    if (dropped(asked, candidate)) {
      return new GroupEvent.CandidateDropped();
    }
    var name = WorktreeName.candidate(run.id(), asked.group());
    var worktree = clone.worktrees().reset(name, candidate.commit());
    var place = new CheckPlace(host, asked.lease(), "candidate." + asked.group(), worktree.files());
    var spec = host.spec(run);
    var report =
        new Report(new CheckRuns(place, spec).run(due(run, spec, asked.group())), List.of());
    place.tearDown();
    clone.worktrees().remove(name);
    if (!report.failing().isEmpty()) {
      return new GroupEvent.CandidateFailed(
          candidate.commit(), report.failing(), report.kept(host.contents()));
    }
    if (dropped(asked, candidate)) {
      return new GroupEvent.CandidateDropped();
    }
    clone.lane().advance(asked.lease(), onto, candidate.commit());
    return new GroupEvent.Merged(candidate.commit(), candidate.tree(), false, report.millis());
  }

  /// Whether the group was aborted, as the run stands now, before the branch moved to its
  /// candidate.
  private boolean dropped(Candidate asked, Clean candidate) {
    var run = host.runs().of(asked.lease());
    return run.group(asked.group()).orElseThrow().standing() instanceof Standing.Merging merging
        && merging.aborter().isPresent()
        && !moved(run, candidate);
  }

  private boolean moved(Run run, Clean candidate) {
    var lane = host.clone(run).lane();
    return lane.has(lane.head(run.id()).orElseThrow(), candidate.commit());
  }

  /// The group's own checks, and every other check whose groups are all merged with it.
  private static List<CheckId> due(Run run, Spec spec, GroupId group) {
    return spec.checks().stream()
        .map(Check::id)
        .filter(check -> !spec.groupsOf(check).isEmpty())
        .filter(check ->
            spec.groupsOf(check).stream()
                .map(GroupSpec::id)
                .allMatch(one -> one.equals(group) || merged(run, one)))
        .toList();
  }

  private static boolean merged(Run run, GroupId group) {
    return run.group(group).flatMap(one -> one.merged()).isPresent();
  }
}
