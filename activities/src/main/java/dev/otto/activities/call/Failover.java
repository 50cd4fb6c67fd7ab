package dev.otto.activities.call;

import dev.otto.activities.agent.ErrorKind;
import dev.otto.activities.provider.Agent;
import dev.otto.activities.provider.Providers;
import dev.otto.model.call.CallEvent;
import dev.otto.model.call.CallOrder;
import dev.otto.model.call.LimitedCall;
import dev.otto.model.call.Loss;
import dev.otto.model.call.Usage;
import dev.otto.model.run.Run;
import dev.otto.model.settings.AgentChoice;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;

/// Where a call goes while its provider cannot be used: to another one of its role's list. Without
/// a list it waits.
record Failover(Jdbi jdbi, Providers providers, Run run, CallOrder order) {
  /// Who thinks in the call.
  Agent agent() {
    return providers.agent(run.settings(), choice());
  }

  /// What the call comes to without being made: it moves, or waits for the account that opens
  /// first.
  Optional<CallEvent> instead() {
    var own = choice();
    if (!others().isEmpty() && providers.find(run.settings(), own).isEmpty()) {
      return free(after(own)).map(next -> moved(next, "it cannot be used here", Usage.NONE));
    }
    return inTheWay(own)
        .map(limit ->
            free(others())
                .<CallEvent>map(next -> moved(next, why(limit), Usage.NONE))
                .orElseGet(() -> soonest(limit)));
  }

  /// What the run is told of a call that came to this. Only a call whose account is at a limit may
  /// come back to a provider that stands before its own.
  CallEvent told(CallEvent event) {
    return trouble(event)
        .flatMap(
            trouble -> free(after(choice())).map(next -> moved(next, trouble.why, trouble.used)))
        .map(CallEvent.class::cast)
        .orElse(event);
  }

  private record Trouble(String why, Usage used) {}

  /// What keeps a provider from this call for long, whatever it was.
  private static Optional<Trouble> trouble(CallEvent event) {
    return switch (event) {
      case CallEvent.NeedsPerson(_, var kind, var why, var used)
          when ErrorKind.named(kind).filter(Failover::ofTheAccount).isPresent() ->
          Optional.of(new Trouble(why, used));
      case CallEvent.Lost(var order, var loss, var used, _)
          when loss == Loss.CUT && order.after(loss).isEmpty() ->
          Optional.of(new Trouble("its service failed again and again", used));
      case CallEvent.NeedsPerson _,
          CallEvent.Lost _,
          CallEvent.Ordered _,
          CallEvent.Answered _,
          CallEvent.Limited _,
          CallEvent.GoesOn _,
          CallEvent.Reserved _,
          CallEvent.SetAside _,
          CallEvent.Moved _ ->
          Optional.empty();
    };
  }

  private static boolean ofTheAccount(ErrorKind kind) {
    return kind == ErrorKind.QUOTA || kind == ErrorKind.AUTH;
  }

  private AgentChoice choice() {
    return order.agent(run.settings());
  }

  private List<AgentChoice> all() {
    return order.stage().agent(run.settings()).all().toList();
  }

  private List<AgentChoice> others() {
    return all().stream().filter(one -> !one.equals(choice())).toList();
  }

  private List<AgentChoice> after(AgentChoice own) {
    var all = all();
    return all.subList(all.indexOf(own) + 1, all.size());
  }

  private Optional<AgentChoice> free(List<AgentChoice> choices) {
    return choices.stream()
        .filter(one -> providers.find(run.settings(), one).isPresent())
        .filter(one -> inTheWay(one).isEmpty())
        .findFirst();
  }

  private Optional<CallEvent> inTheWay(AgentChoice one) {
    var account = providers.agent(run.settings(), one).account();
    return new AccountBook(jdbi, account).inTheWayOf(order);
  }

  /// With all accounts at a limit, the call waits for the one that is served first.
  private CallEvent soonest(CallEvent own) {
    return Stream.concat(
            Stream.of(own),
            others().stream()
                .filter(one -> providers.find(run.settings(), one).isPresent())
                .flatMap(one -> inTheWay(one).stream()))
        .filter(CallEvent.Limited.class::isInstance)
        .map(CallEvent.Limited.class::cast)
        .min(Comparator.comparing(limited -> limited.call().until()))
        .map(CallEvent.class::cast)
        .orElse(own);
  }

  private CallEvent.Moved moved(AgentChoice next, String why, Usage used) {
    return new CallEvent.Moved(order, choice().provider(), next.provider(), why, used);
  }

  private static String why(CallEvent limit) {
    return switch (limit) {
      case CallEvent.Limited(LimitedCall(_, _, var until, var said)) ->
          "its account is at a limit until %s (%s)".formatted(until, said);
      case CallEvent.NeedsPerson(_, _, var said, _) -> said;
      case CallEvent.Ordered _,
          CallEvent.Answered _,
          CallEvent.Lost _,
          CallEvent.GoesOn _,
          CallEvent.Reserved _,
          CallEvent.SetAside _,
          CallEvent.Moved _ ->
          "its account is at a limit";
    };
  }
}
