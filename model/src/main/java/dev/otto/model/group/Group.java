package dev.otto.model.group;

import dev.otto.model.CheckId;
import dev.otto.model.CommitId;
import dev.otto.model.Digest;
import dev.otto.model.GroupId;
import dev.otto.model.TreeId;
import dev.otto.model.call.Answer;
import dev.otto.model.call.CallEvent;
import dev.otto.model.spec.GroupPlan;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// One group of a run as it stands. Changed only by its events and by those of its calls.
///
/// @param round 0 while it is built, else the audit whose findings it repairs
/// @param attempts attempts over all rounds
/// @param attempt the newest attempt of the round; none before the first
/// @param next what the next attempt starts from, when not from the run's branch
/// @param feedback what the next call is told of earlier failures, as content
/// @param trouble why the newest attempt did not pass
/// @param seen fingerprints of what was checked and failed in this round
/// @param merged its newest commit on the run's branch
public record Group(
    GroupPlan plan,
    int round,
    int attempts,
    Optional<Attempt> attempt,
    Standing standing,
    Optional<Start> next,
    Optional<Digest> feedback,
    Optional<String> trouble,
    List<String> seen,
    Optional<CommitId> merged) {
  public Group {
    attempt = attempt == null ? Optional.empty() : attempt;
    next = next == null ? Optional.empty() : next;
    feedback = feedback == null ? Optional.empty() : feedback;
    trouble = trouble == null ? Optional.empty() : trouble;
    seen = seen == null ? List.of() : List.copyOf(seen);
    merged = merged == null ? Optional.empty() : merged;
  }

  /// A group that nothing has happened to.
  public static Group planned(GroupPlan plan) {
    return new Group(
        plan,
        0,
        0,
        Optional.empty(),
        new Standing.Resting(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.empty());
  }

  /// The same group as another revision of the spec plans it.
  public Group with(GroupPlan other) {
    return new Group(
        other, round, attempts, attempt, standing, next, feedback, trouble, seen, merged);
  }

  public GroupId id() {
    return plan.id();
  }

  /// Whether its work will never be on the run's branch.
  public boolean neverMerges() {
    return standing.settled() && merged.isEmpty();
  }

  /// The number of its newest attempt in this round, 0 before the first.
  public int attemptNumber() {
    return attempt.map(Attempt::number).orElse(0);
  }

  /// The group after an event. One that is being aborted only becomes aborted, unless the lane was
  /// faster.
  public Group after(GroupEvent event) {
    return standing instanceof Standing.Aborting(var by) ? aborting(by, event) : working(event);
  }

  private Group aborting(String by, GroupEvent event) {
    return switch (event) {
      case GroupEvent.Aborted _ -> standing(new Standing.Aborted(by));
      case GroupEvent.Merged(var commit, _, var redundant, _) -> merged(commit, redundant);
      case GroupEvent.AttemptBegun _,
          GroupEvent.Checked _,
          GroupEvent.MergeOrdered _,
          GroupEvent.Conflicted _,
          GroupEvent.CandidateFailed _,
          GroupEvent.CandidateDropped _,
          GroupEvent.RepairOrdered _,
          GroupEvent.Failed _,
          GroupEvent.Cancelled _,
          GroupEvent.AbortRequested _ ->
          this;
    };
  }

  private Group working(GroupEvent event) {
    return switch (event) {
      case GroupEvent.AttemptBegun begun -> begun(begun);
      case GroupEvent.Checked checked -> checked(checked);
      case GroupEvent.MergeOrdered(var onto, var at) -> merging(onto, at);
      case GroupEvent.Merged(var commit, _, var redundant, _) -> merged(commit, redundant);
      case GroupEvent.Conflicted conflict -> letGo().orElseGet(() -> conflicted(conflict));
      case GroupEvent.CandidateFailed failed -> letGo().orElseGet(() -> candidateFailed(failed));
      case GroupEvent.CandidateDropped _ -> letGo().orElse(this);
      case GroupEvent.RepairOrdered(var number, var report) -> repairing(number, report);
      case GroupEvent.Failed(var why) -> standing(new Standing.Failed(why));
      case GroupEvent.Cancelled(var why) -> standing(new Standing.Cancelled(why));
      case GroupEvent.AbortRequested(var by, _) -> abortedBy(by);
      case GroupEvent.Aborted _ -> this;
    };
  }

  /// The group when its run ends, for this reason: what is settled stays as it is.
  public Group over(String why) {
    return switch (standing) {
      case Standing.Merged _, Standing.Failed _, Standing.Cancelled _, Standing.Aborted _ -> this;
      case Standing.Aborting(var by) -> standing(new Standing.Aborted(by));
      case Standing.Resting _,
          Standing.Ready _,
          Standing.Calling _,
          Standing.Answered _,
          Standing.Passed _,
          Standing.Merging _ ->
          letGo().map(group -> group.over(why)).orElse(standing(new Standing.Cancelled(why)));
    };
  }

  /// The group after an event of one of its calls, at this moment.
  public Group after(CallEvent event, Instant at) {
    if (standing instanceof Standing.Aborting || standing.settled()) {
      return this;
    }
    return switch (event) {
      case CallEvent.Ordered(var order) -> standing(new Standing.Calling(order.id()));
      case CallEvent.Moved moved -> standing(new Standing.Calling(moved.next().id()));
      case CallEvent.Answered(var order, Answer.Done _, _) ->
          standing(new Standing.Answered(order, at));
      case CallEvent.Answered(_, Answer.Failed(_, var sentence), _) -> resting(again(), sentence);
      case CallEvent.Lost(var order, var loss, _, _) ->
          order.after(loss).isPresent()
              ? this
              : resting(again(), "its call was lost too often: " + loss.words());
      case CallEvent.NeedsPerson _,
          CallEvent.Limited _,
          CallEvent.GoesOn _,
          CallEvent.Reserved _,
          CallEvent.SetAside _ ->
          this;
    };
  }

  /// The same start again; after a conflict the work is built anew on the branch as it then is.
  private Optional<Start> again() {
    return from(current().from());
  }

  private Optional<Start> from(CommitId content) {
    return current().solvedBefore()
        ? Optional.empty()
        : Optional.of(new Start(current().base(), content));
  }

  private Group begun(GroupEvent.AttemptBegun event) {
    return new Group(
        plan,
        round,
        attempts + 1,
        Optional.of(Attempt.begun(event)),
        new Standing.Ready(),
        Optional.empty(),
        feedback,
        Optional.empty(),
        seen,
        merged);
  }

  private Group checked(GroupEvent.Checked event) {
    if (event.passed()) {
      return standing(new Standing.Passed(event.commit(), event.tree()));
    }
    var failing = words(event.failing(), event.problems());
    if (seen.contains(fingerprint(event.tree(), event.failing()))) {
      return standing(
          new Standing.Failed("no progress, the same content came to the same end: " + failing));
    }
    return resting(from(event.commit()), failing)
        .told(event.report())
        .seen(fingerprint(event.tree(), event.failing()));
  }

  private Group merging(CommitId onto, Instant at) {
    if (standing instanceof Standing.Passed(var commit, _)) {
      return standing(new Standing.Merging(commit, onto, at, Optional.empty()));
    }
    throw new IllegalStateException("group %s is not ready to merge: %s".formatted(id(), standing));
  }

  private Group merged(CommitId commit, boolean redundant) {
    return new Group(
        plan,
        round,
        attempts,
        attempt,
        new Standing.Merged(commit, redundant),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        seen,
        Optional.of(commit));
  }

  private Group conflicted(GroupEvent.Conflicted conflict) {
    var what = "its merge conflicts in " + String.join(", ", conflict.paths());
    return current().solvedBefore()
        ? resting(Optional.empty(), what + " again")
        : standing(new Standing.Ready()).with(current().solving(onto(), conflict));
  }

  private Group candidateFailed(GroupEvent.CandidateFailed failed) {
    var start =
        Optional.of(new Start(onto(), failed.candidate())).filter(_ -> !current().solvedBefore());
    return resting(start, words(failed.failing(), List.of()) + " on the merged candidate")
        .told(failed.report());
  }

  private Group repairing(int number, Digest report) {
    return new Group(
        plan,
        number,
        attempts,
        Optional.empty(),
        new Standing.Resting(),
        Optional.empty(),
        Optional.of(report),
        Optional.empty(),
        List.of(),
        merged);
  }

  private CommitId onto() {
    if (standing instanceof Standing.Merging(_, var onto, _, _)) {
      return onto;
    }
    throw new IllegalStateException("group %s is not merging: %s".formatted(id(), standing));
  }

  private Group resting(Optional<Start> start, String why) {
    return new Group(
        plan,
        round,
        attempts,
        attempt,
        new Standing.Resting(),
        start,
        feedback,
        Optional.of(why),
        seen,
        merged);
  }

  private Group standing(Standing standing) {
    return new Group(
        plan, round, attempts, attempt, standing, next, feedback, trouble, seen, merged);
  }

  private Group with(Attempt attempt) {
    return new Group(
        plan,
        round,
        attempts,
        Optional.of(attempt),
        standing,
        next,
        feedback,
        trouble,
        seen,
        merged);
  }

  private Group told(Digest report) {
    return new Group(
        plan, round, attempts, attempt, standing, next, Optional.of(report), trouble, seen, merged);
  }

  private Group seen(String fingerprint) {
    var more = new ArrayList<>(seen);
    more.add(fingerprint);
    return new Group(
        plan, round, attempts, attempt, standing, next, feedback, trouble, more, merged);
  }

  /// What is settled stays so, and what the lane has is aborted when the lane lets go of it.
  private Group abortedBy(String who) {
    if (standing.settled()) {
      return this;
    }
    return standing instanceof Standing.Merging(var commit, var onto, var at, _)
        ? standing(new Standing.Merging(commit, onto, at, Optional.of(who)))
        : standing(new Standing.Aborting(who));
  }

  /// The group when the lane has let go of it, if somebody wants it aborted.
  private Optional<Group> letGo() {
    return standing instanceof Standing.Merging(_, _, _, var aborter)
        ? aborter.map(by -> standing(new Standing.Aborting(by)))
        : Optional.empty();
  }

  private Attempt current() {
    return attempt.orElseThrow(
        () -> new IllegalStateException("group " + id() + " has no attempt"));
  }

  private static String words(List<CheckId> failing, List<String> problems) {
    var checks = failing.stream().map(CheckId::value).collect(Collectors.joining(", "));
    var words = new ArrayList<>(problems);
    if (!failing.isEmpty()) {
      words.add(checks + " failed");
    }
    return String.join("; ", words);
  }

  private static String fingerprint(TreeId tree, List<CheckId> failing) {
    return tree.hex() + failing.stream().map(CheckId::value).sorted().toList();
  }
}
