package dev.otto.model.budget;

import dev.otto.model.CallId;
import dev.otto.model.GroupId;
import dev.otto.model.settings.Budget;
import dev.otto.model.settings.Limits;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// What the calls of a run have used of its budget, and what is set aside for those that are under
/// way. Only a person makes it larger, and nothing makes it forget.
///
/// @param spent by all calls that have said what they used
/// @param groups the same, of each group
/// @param reserved what is set aside
/// @param grants how often a person granted as much again
/// @param added what a person added
public record Ledger(
    Spending spent, List<OfGroup> groups, List<Reservation> reserved, int grants, Limits added) {
  public static final Ledger NEW = new Ledger(Spending.NONE, List.of(), List.of(), 0, Limits.NONE);

  public Ledger {
    spent = spent == null ? Spending.NONE : spent;
    groups = groups == null ? List.of() : List.copyOf(groups);
    reserved = reserved == null ? List.of() : List.copyOf(reserved);
    added = added == null ? Limits.NONE : added;
  }

  /// What the calls of a group have used.
  public record OfGroup(GroupId group, Spending spent) {}

  /// Whether a call may be made, for the first time or again; one that was ended before it could
  /// say what it used keeps what was set aside for it.
  public Admission admission(Budget budget, CallId call, Optional<GroupId> group, boolean again) {
    var mine = of(call).map(Reservation::share);
    if (mine.isPresent()) {
      return new Admission.Granted(mine.get());
    }
    var whole = new Rest("the budget", ofRun(budget), spent, aside(_ -> true), again).share();
    return group
        .map(
            id -> new Rest("the budget of " + id, ofGroup(budget), spent(id), aside(of(id)), again))
        .map(own -> Rest.both(whole, own.share()))
        .orElse(whole);
  }

  /// The limits of the run, as they were raised.
  public Limits ofRun(Budget budget) {
    return budget.run().times(1 + grants).plus(added);
  }

  /// The limits of each of its groups.
  public Limits ofGroup(Budget budget) {
    return budget.group().times(1 + grants);
  }

  /// What is set aside for this call, if anything.
  public Optional<Reservation> of(CallId call) {
    return reserved.stream().filter(one -> one.call().equals(call)).findFirst();
  }

  /// The ledger when this is set aside.
  public Ledger reserved(Reservation more) {
    var all = new ArrayList<>(without(more.call()));
    all.add(more);
    return new Ledger(spent, groups, all, grants, added);
  }

  /// The ledger when the call has said what it used; nothing is set aside for it any more.
  public Ledger settled(CallId call, Optional<GroupId> group, Spending used) {
    var own = new ArrayList<>(groups);
    group.ifPresent(id -> {
      own.removeIf(one -> one.group().equals(id));
      own.add(new OfGroup(id, spent(id).plus(used)));
    });
    return new Ledger(spent.plus(used), own, without(call), grants, added);
  }

  /// The ledger when nothing is to be set aside for the call.
  public Ledger released(CallId call) {
    return new Ledger(spent, groups, without(call), grants, added);
  }

  /// The same for the calls of a group.
  public Ledger released(GroupId group) {
    var others = reserved.stream().filter(of(group).negate()).toList();
    return new Ledger(spent, groups, others, grants, added);
  }

  /// The ledger of a run that has ended.
  public Ledger closed() {
    return new Ledger(spent, groups, List.of(), grants, added);
  }

  /// The ledger after a person added so much to the budget of the run.
  public Ledger raised(Limits more) {
    return new Ledger(spent, groups, reserved, grants, added.and(more));
  }

  /// The ledger after a person, at a limit, granted as much again.
  public Ledger granted() {
    return new Ledger(spent, groups, reserved, grants + 1, added);
  }

  /// What of the run's budget is used, in words; nothing without a budget.
  public Optional<String> words(Budget budget) {
    return spent.words(ofRun(budget));
  }

  private Spending spent(GroupId group) {
    return groups.stream()
        .filter(one -> one.group().equals(group))
        .map(OfGroup::spent)
        .findFirst()
        .orElse(Spending.NONE);
  }

  private Spending aside(Predicate<Reservation> which) {
    return reserved.stream()
        .filter(which)
        .map(one -> Spending.of(one.share()))
        .reduce(Spending.NONE, Spending::plus);
  }

  private List<Reservation> without(CallId call) {
    return reserved.stream().filter(one -> !one.call().equals(call)).toList();
  }

  private static Predicate<Reservation> of(GroupId group) {
    return one -> one.group().equals(Optional.of(group));
  }
}
