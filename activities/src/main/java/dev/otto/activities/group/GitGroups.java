package dev.otto.activities.group;

import dev.otto.activities.check.CheckPlace;
import dev.otto.activities.check.CheckRuns;
import dev.otto.activities.check.Report;
import dev.otto.activities.git.Owned;
import dev.otto.activities.git.Work;
import dev.otto.activities.git.WorkOrder;
import dev.otto.activities.git.WorktreeName;
import dev.otto.activities.host.Host;
import dev.otto.activities.record.CallProcesses;
import dev.otto.model.CommitId;
import dev.otto.model.group.Attempt;
import dev.otto.model.group.GroupEvent;
import dev.otto.model.run.Run;
import dev.otto.model.spec.GroupSpec;
import dev.otto.workflows.run.Groups;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;

/// The work of groups in worktrees of Otto's clone.
public final class GitGroups implements Groups {
  private final Host host;
  private final Jdbi jdbi;

  public GitGroups(Host host, Jdbi jdbi) {
    this.host = host;
    this.jdbi = jdbi;
  }

  @Override
  public GroupEvent.Checked check(Work work) {
    var run = host.runs().of(work.lease());
    var group = host.spec(run).group(work.group()).orElseThrow();
    var attempt = run.group(work.group()).flatMap(one -> one.attempt()).orElseThrow();
    var taken = taken(work, run, group, attempt);
    var report = checked(work, run, group, attempt, taken);
    return new GroupEvent.Checked(
        attempt.number(),
        work.order().round(),
        commit(taken, attempt),
        taken.tree(),
        report.failing(),
        report.problems(),
        taken.changes().strays().patch(),
        outside(taken),
        report.kept(host.contents()),
        report.millis());
  }

  private dev.otto.activities.git.Work taken(Work work, Run run, GroupSpec group, Attempt attempt) {
    var clone = host.clone(run);
    var worktree = clone.worktrees().open(WorktreeName.of(run.id(), group.id()), attempt.from());
    var globs = Stream.concat(group.owns().stream(), group.shared().stream()).toList();
    return clone
        .handover(host.gitWalls(), host.contents())
        .take(
            new WorkOrder(
                work.lease(),
                group.id(),
                attempt.number(),
                attempt.base(),
                new Owned(globs, attempt.conflicts()),
                group.title(),
                work.answeredAt()),
            worktree);
  }

  private Report checked(
      Work work, Run run, GroupSpec group, Attempt attempt, dev.otto.activities.git.Work taken) {
    var problems = new ArrayList<String>();
    if (taken instanceof dev.otto.activities.git.Work.Unresolved unresolved) {
      problems.add("conflict markers are left in " + String.join(", ", unresolved.paths()));
    }
    var report = new Report(run(work, run, group, attempt), problems);
    var outside = outside(taken);
    return outside.isEmpty() ? report : report.noting(String.join(", ", outside));
  }

  /// What does not go into the group's work: what it does not own, and what git cannot keep.
  private static List<String> outside(dev.otto.activities.git.Work taken) {
    var changes = taken.changes();
    return Stream.concat(changes.strays().paths().stream(), changes.aside().stream()).toList();
  }

  private List<dev.otto.model.audit.CheckResult> run(
      Work work, Run run, GroupSpec group, Attempt attempt) {
    var files =
        host.clone(run)
            .worktrees()
            .open(WorktreeName.of(run.id(), group.id()), attempt.from())
            .files();
    var place = new CheckPlace(host, work.lease(), group.id().value(), files);
    return new CheckRuns(place, host.spec(run)).run(group.checks());
  }

  private static CommitId commit(dev.otto.activities.git.Work taken, Attempt attempt) {
    return switch (taken) {
      case dev.otto.activities.git.Work.Committed committed -> committed.commit();
      case dev.otto.activities.git.Work.Unresolved unresolved -> unresolved.commit();
      case dev.otto.activities.git.Work.Nothing _ -> attempt.base();
    };
  }

  @Override
  public GroupEvent.Aborted stop(Remains remains) {
    var run = host.runs().of(remains.lease());
    new CallProcesses(jdbi).end(run.id(), row -> remains.group().value().equals(row.grp()));
    var salvaged = salvaged(remains, run);
    return new GroupEvent.Aborted(salvaged);
  }

  private Optional<CommitId> salvaged(Remains remains, Run run) {
    var clone = host.clone(run);
    return clone
        .worktrees()
        .find(WorktreeName.of(run.id(), remains.group()))
        .flatMap(worktree ->
            clone
                .salvage(host.gitWalls())
                .keep(remains.lease(), remains.group(), worktree, Instant.now()))
        .map(one -> one.commit());
  }
}
