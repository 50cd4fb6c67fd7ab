package dev.otto.activities.call;

import dev.otto.activities.agent.ErrorKind;
import dev.otto.activities.provider.Agent;
import dev.otto.activities.provider.Providers;
import dev.otto.model.CallId;
import dev.otto.model.call.CallEvent;
import dev.otto.model.call.CallOrder;
import dev.otto.model.call.LimitedCall;
import dev.otto.model.call.Loss;
import dev.otto.model.call.Usage;
import dev.otto.model.run.Run;
import dev.otto.model.settings.AgentChoice;
import dev.otto.store.call.CallRows;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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
      return free(after(own)).map(next -> moved(next, "it cannot be used here", untold(own)));
    }
    return inTheWay(own)
        .map(limit ->
            free(others())
                .<CallEvent>map(next -> moved(next, why(limit), untold(own)))
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

  private Stream<AgentChoice> all() {
    return order.stage().agent(run.settings()).all();
  }

  private List<AgentChoice> others() {
    return except(left(), all().filter(one -> !one.equals(choice())));
  }

  private List<AgentChoice> after(AgentChoice own) {
    return except(left(), all().skip(all().toList().indexOf(own) + 1));
  }

  private static List<AgentChoice> except(Set<String> left, Stream<AgentChoice> choices) {
    return choices.filter(one -> !left.contains(one.provider())).toList();
  }

  /// Providers to which this call does not come back: it was made there, and moved away from their
  /// trouble. A call that moved because of a limit was not made, so nothing is written of it.
  private Set<String> left() {
    return rows().stream()
        .filter(row -> new CallId(row.id()).first().equals(order.id().first()))
        .map(CallRows.Row::outcome)
        .filter(CallEvent.Moved.class::isInstance)
        .map(event -> ((CallEvent.Moved) event).from())
        .collect(Collectors.toSet());
  }

  private List<CallRows.Row> rows() {
    return jdbi.withExtension(CallRows.class, rows -> rows.ofRun(run.id().value()));
  }

  /// What earlier tries used without the run having heard of it.
  private Usage untold(AgentChoice own) {
    return providers
        .find(run.settings(), own)
        .map(agent -> new EarlierTries(jdbi, agent).of(run.id(), order).untold())
        .orElse(Usage.NONE);
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
