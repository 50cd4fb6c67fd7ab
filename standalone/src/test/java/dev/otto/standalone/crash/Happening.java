package dev.otto.standalone.crash;

import dev.otto.model.GroupId;
import dev.otto.model.call.CallEvent;
import dev.otto.model.call.CallOrder;
import dev.otto.model.group.GroupEvent;
import dev.otto.model.run.RunEvent;
import java.util.Optional;

/// An event without what differs from run to run: what happened to which group, in which attempt
/// and round.
public record Happening(String type, String group, int attempt, int round)
    implements Comparable<Happening> {
  public static Happening of(RunEvent event) {
    return switch (event) {
      case RunEvent.OfCall(var call) -> of(event, call.order());
      case RunEvent.OfGroup(var group, GroupEvent.Checked checked) ->
          new Happening(event.word(), group.value(), checked.attempt(), checked.round());
      case RunEvent.OfGroup(var group, GroupEvent.AttemptBegun begun) ->
          new Happening(event.word(), group.value(), begun.attempt(), begun.round());
      case RunEvent.OfGroup(var group, GroupEvent.RepairOrdered ordered) ->
          new Happening(event.word(), group.value(), 0, ordered.round());
      case RunEvent.OfGroup(var group, _) -> new Happening(event.word(), group.value(), 0, 0);
      case RunEvent.OfAudit(var audit) -> new Happening(event.word(), "", 0, audit.round());
      case RunEvent.Created _,
          RunEvent.Recovered _,
          RunEvent.Slept _,
          RunEvent.Opened _,
          RunEvent.OfSpec _,
          RunEvent.Prepared _,
          RunEvent.PauseRequested _,
          RunEvent.Held _,
          RunEvent.Resumed _,
          RunEvent.BudgetRaised _,
          RunEvent.Said _,
          RunEvent.Heard _,
          RunEvent.AbortRequested _,
          RunEvent.Blocked _,
          RunEvent.Rendered _,
          RunEvent.Ended _ ->
          new Happening(event.word(), "", 0, 0);
    };
  }

  private static Happening of(RunEvent event, CallOrder order) {
    var what = event.word() + " " + order.stage().word();
    var group = order.group().map(GroupId::value).orElse("");
    return new Happening(what, group, order.attempt(), order.round());
  }

  /// Whether only a run that was disturbed has it.
  static boolean ofADisturbance(RunEvent event) {
    return event instanceof RunEvent.Recovered
        || event instanceof RunEvent.Slept
        || event instanceof RunEvent.OfCall(CallEvent.Lost _);
  }

  @Override
  public int compareTo(Happening other) {
    return toString().compareTo(other.toString());
  }

  @Override
  public String toString() {
    var words = new StringBuilder(type);
    Optional.of(group)
        .filter(name -> !name.isEmpty())
        .ifPresent(name -> words.append(' ').append(name));
    if (attempt > 1) {
      words.append(", attempt ").append(attempt);
    }
    if (round > 0) {
      words.append(", round ").append(round);
    }
    return words.toString();
  }
}
