package dev.otto.model.call;

import dev.otto.model.CallId;
import dev.otto.model.GroupId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The calls of a run: how many were ordered, which run, which wait for a paused run, and what the
/// ended ones used.
public record Calls(int ordered, List<CallOrder> open, List<CallOrder> waiting, Usage usage) {
  public static final Calls NONE = new Calls(0, List.of(), List.of(), Usage.NONE);

  public Calls {
    open = open == null ? List.of() : List.copyOf(open);
    waiting = waiting == null ? List.of() : List.copyOf(waiting);
    usage = usage == null ? Usage.NONE : usage;
  }

  /// The id of the next call.
  public CallId nextId() {
    return new CallId("c" + (ordered + 1));
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
      case CallEvent.Ordered(var order) ->
          held
              ? new Calls(ordered + 1, open, with(waiting, order), usage)
              : new Calls(ordered + 1, with(open, order), waiting, usage);
      case CallEvent.Answered(var order, _, var used) ->
          new Calls(ordered, without(open, order), without(waiting, order), usage.plus(used));
      case CallEvent.Lost(var order, var loss, var used, _) -> lost(order, loss, used, held);
    };
  }

  /// The calls when the run goes on: what waited runs again.
  public Calls resumed() {
    return new Calls(
        ordered, Stream.concat(open.stream(), waiting.stream()).toList(), List.of(), usage);
  }

  /// The calls without those of a group that is ended.
  public Calls without(GroupId group) {
    return new Calls(ordered, without(open, group), without(waiting, group), usage);
  }

  /// The calls of an ended run: none is left.
  public Calls closed() {
    return new Calls(ordered, List.of(), List.of(), usage);
  }

  private Calls lost(CallOrder order, Loss loss, Usage used, boolean held) {
    var again = unended(order.id()).flatMap(_ -> order.after(loss));
    var still = without(open, order);
    var kept = without(waiting, order);
    return new Calls(
        ordered,
        again.filter(_ -> !held).map(repeated -> with(still, repeated)).orElse(still),
        again.filter(_ -> held).map(repeated -> with(kept, repeated)).orElse(kept),
        usage.plus(used));
  }

  private Stream<CallOrder> unended() {
    return Stream.concat(open.stream(), waiting.stream());
  }

  private static List<CallOrder> with(List<CallOrder> orders, CallOrder order) {
    var more = new ArrayList<>(orders);
    more.add(order);
    return more;
  }

  private static List<CallOrder> without(List<CallOrder> orders, GroupId group) {
    return orders.stream().filter(order -> !order.group().equals(Optional.of(group))).toList();
  }

  private static List<CallOrder> without(List<CallOrder> orders, CallOrder order) {
    return orders.stream().filter(other -> !other.id().equals(order.id())).toList();
  }
}
