package dev.otto.model.call;

import dev.otto.model.CallId;
import dev.otto.model.GroupId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// The calls of a run: how many were ordered, which run, which wait for a paused run or for an
/// account, and what the ended ones used.
///
/// @param usage what was told
/// @param untold calls that were ended from outside and have not told since what they used
public record Calls(
    int ordered,
    List<CallOrder> open,
    List<CallOrder> waiting,
    List<LimitedCall> limited,
    Usage usage,
    List<CallId> untold) {
  public static final Calls NONE =
      new Calls(0, List.of(), List.of(), List.of(), Usage.NONE, List.of());

  public Calls {
    open = open == null ? List.of() : List.copyOf(open);
    waiting = waiting == null ? List.of() : List.copyOf(waiting);
    limited = limited == null ? List.of() : List.copyOf(limited);
    usage = usage == null ? Usage.NONE : usage;
    untold = untold == null ? List.of() : List.copyOf(untold);
  }

  /// The id of the next call.
  public CallId nextId() {
    return new CallId("c" + (ordered + 1));
  }

  /// What all calls used. As long as one of them has not told what it used, nobody knows what it
  /// cost.
  public Usage used() {
    return untold.isEmpty() ? usage : usage.ofUnknownCost();
  }

  /// The order of a call that has not ended, whether it runs or waits.
  public Optional<CallOrder> unended(CallId call) {
    return unended().filter(order -> order.id().equals(call)).findFirst();
  }

  /// The call of this stage that has not ended, where a stage has one at a time.
  public Optional<CallOrder> unended(Stage stage) {
    return unended().filter(order -> order.stage() == stage).findFirst();
  }

  /// The calls after an event; while the run is held, those that were ordered or lost wait.
  public Calls after(CallEvent event, boolean held) {
    return switch (event) {
      case CallEvent.Ordered(var order) -> ordered(order, held);
      case CallEvent.Answered(var order, _, var used) -> over(order).told(order, used);
      case CallEvent.Lost lost -> lost(lost, held);
      case CallEvent.NeedsPerson(var order, _, _, var used) ->
          repeated(order.id(), unended(order.id()).map(CallOrder::again), true).heard(order, used);
      case CallEvent.Limited(var call) ->
          unended(call.order().id()).map(_ -> limitedBy(call)).orElse(this);
      case CallEvent.GoesOn(var order) -> repeated(order.id(), unended(order.id()), held);
      case CallEvent.Reserved _ -> this;
      case CallEvent.Moved moved ->
          repeated(moved.order().id(), unended(moved.order().id()).map(_ -> moved.next()), held)
              .told(moved.order(), moved.usage());
      case CallEvent.SetAside(var order) -> repeated(order.id(), unended(order.id()), true);
    };
  }

  /// The calls when the run goes on: what waited runs again. If a person wants it, accounts are
  /// asked that were at a limit.
  public Calls resumed(boolean byPerson) {
    var again = byPerson ? unended().skip(open.size()).map(CallOrder::anyhow) : waiting.stream();
    return new Calls(
        ordered,
        Stream.concat(open.stream(), again).toList(),
        List.of(),
        byPerson ? List.of() : limited,
        usage,
        untold);
  }

  /// The call as it waits for an account, if it does.
  public Optional<LimitedCall> limited(CallId call) {
    return limited.stream().filter(one -> one.order().id().equals(call)).findFirst();
  }

  /// Of the calls that wait for an account, the one that goes on first; nothing while any call
  /// runs.
  public Optional<LimitedCall> standstill() {
    return open.isEmpty()
        ? limited.stream().min(Comparator.comparing(LimitedCall::until))
        : Optional.empty();
  }

  /// The calls without those of a group that is ended.
  public Calls without(GroupId group) {
    return ending(order -> order.group().equals(Optional.of(group)));
  }

  /// The calls of an ended run: none is left.
  public Calls closed() {
    return ending(_ -> true);
  }

  private Calls ordered(CallOrder order, boolean held) {
    var next = held ? with(open, plus(waiting, order)) : with(plus(open, order), waiting);
    return new Calls(ordered + 1, next.open, next.waiting, limited, usage, untold);
  }

  private Calls lost(CallEvent.Lost lost, boolean held) {
    var id = lost.order().id();
    var again = unended(id).flatMap(_ -> lost.order().after(lost.loss()));
    var next = repeated(id, again, held);
    return lost.untold() && unended(id).isPresent()
        ? next.untold(List.of(id))
        : next.told(lost.order(), lost.usage());
  }

  /// The calls with this order in the place of what was ordered under the id.
  private Calls repeated(CallId id, Optional<CallOrder> again, boolean waits) {
    var others = over(id);
    return again
        .map(order ->
            waits
                ? others.with(others.open, plus(others.waiting, order))
                : others.with(plus(others.open, order), others.waiting))
        .orElse(others);
  }

  /// The calls without the running ones of that kind: what they used nobody will tell any more.
  private Calls ending(Predicate<CallOrder> which) {
    var broken = open.stream().filter(which).map(CallOrder::id).toList();
    return untold(broken).remaining(which.negate());
  }

  private Calls over(CallOrder order) {
    return over(order.id());
  }

  private Calls over(CallId id) {
    return remaining(order -> !order.id().equals(id));
  }

  private Calls limitedBy(LimitedCall call) {
    var others = over(call.order());
    var more = Stream.concat(others.limited.stream(), Stream.of(call)).toList();
    return new Calls(ordered, others.open, others.waiting, more, usage, untold);
  }

  /// The calls when one has told what it used, if it did anything.
  private Calls heard(CallOrder order, Usage used) {
    return used.calls() == 0 ? this : told(order, used);
  }

  private Calls told(CallOrder order, Usage used) {
    var others = untold.stream().filter(id -> !id.equals(order.id())).toList();
    return new Calls(ordered, open, waiting, limited, usage.plus(used), others);
  }

  private Calls untold(List<CallId> more) {
    return new Calls(
        ordered,
        open,
        waiting,
        limited,
        usage,
        Stream.concat(untold.stream(), more.stream()).distinct().toList());
  }

  private Calls remaining(Predicate<CallOrder> which) {
    return new Calls(
        ordered,
        open.stream().filter(which).toList(),
        waiting.stream().filter(which).toList(),
        limited.stream().filter(one -> which.test(one.order())).toList(),
        usage,
        untold);
  }

  private Calls with(List<CallOrder> running, List<CallOrder> put) {
    return new Calls(ordered, running, put, limited, usage, untold);
  }

  /// The orders of all calls that have not ended, whether they run or wait.
  public Stream<CallOrder> unended() {
    return Stream.of(open.stream(), waiting.stream(), limited.stream().map(LimitedCall::order))
        .flatMap(orders -> orders);
  }

  private static List<CallOrder> plus(List<CallOrder> orders, CallOrder order) {
    var more = new ArrayList<>(orders);
    more.add(order);
    return more;
  }
}
