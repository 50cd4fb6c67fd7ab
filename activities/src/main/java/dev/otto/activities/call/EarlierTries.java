package dev.otto.activities.call;

import dev.otto.activities.agent.AgentTrace;
import dev.otto.activities.process.Logs;
import dev.otto.activities.provider.Agent;
import dev.otto.model.RunId;
import dev.otto.model.call.CallEvent;
import dev.otto.model.call.CallOrder;
import dev.otto.model.call.Usage;
import dev.otto.model.run.RunEvent;
import dev.otto.store.call.CallRows;
import dev.otto.store.run.Events;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/// What earlier tries of a call left in their logs: what they used without the run having heard of
/// it, because Otto was killed before it could say so (it is paid for, so the next try tells it
/// with its own), and the conversation that may go on.
record EarlierTries(Jdbi jdbi, Agent agent) {
  /// What is known of them.
  record Known(Usage untold, AgentTrace last) {}

  Known of(RunId run, CallOrder order) {
    var untold = Usage.NONE;
    var trace = AgentTrace.EMPTY;
    if (order.tries() == 1) {
      return new Known(untold, trace);
    }
    var lost = lost(run, order);
    for (var row : rows(run, order)) {
      trace = complete(row, heard(row, trace.next()));
      var told = told(lost, row).filter(used -> used.calls() > 0);
      untold = told.isPresent() ? Usage.NONE : used(row, untold, trace.used());
    }
    return new Known(untold, trace);
  }

  /// What a try used on top of what was untold before; one that was concluded has counted that in.
  private static Usage used(CallRows.Row row, Usage before, Usage heard) {
    return row.outcome() instanceof CallEvent.Lost concluded
        ? concluded.usage()
        : before.plus(heard);
  }

  /// The trace of a try; one that was started and never came to an end may have cost anything.
  private AgentTrace complete(CallRows.Row row, AgentTrace heard) {
    return agent.adapter().tellsUsageAtTheEnd() && row.pid() != null && heard.finished().isEmpty()
        ? heard.ofUnknownCost()
        : heard.priced(agent.price());
  }

  private AgentTrace heard(CallRows.Row row, AgentTrace before) {
    return Optional.ofNullable(row.log())
        .map(log -> before.after(Logs.in(Path.of(log)).out(), agent.adapter()))
        .orElse(before);
  }

  private static Optional<Usage> told(List<CallEvent.Lost> lost, CallRows.Row row) {
    return lost.stream()
        .filter(event -> event.order().tries() == row.tries())
        .map(CallEvent.Lost::usage)
        .findFirst();
  }

  private List<CallEvent.Lost> lost(RunId run, CallOrder order) {
    return jdbi.withExtension(Events.class, events -> events.ofRun(run.value(), 1)).stream()
        .map(Events.Row::body)
        .map(event ->
            event instanceof RunEvent.OfCall(CallEvent.Lost one)
                    && one.order().id().equals(order.id())
                ? one
                : null)
        .filter(Objects::nonNull)
        .toList();
  }

  private List<CallRows.Row> rows(RunId run, CallOrder order) {
    return jdbi.withExtension(CallRows.class, rows -> rows.ofRun(run.value())).stream()
        .filter(row -> row.id().equals(order.id().value()) && row.tries() < order.tries())
        .sorted(java.util.Comparator.comparingInt(CallRows.Row::tries))
        .toList();
  }
}
