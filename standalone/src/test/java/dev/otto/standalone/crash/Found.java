package dev.otto.standalone.crash;

import dev.otto.model.call.CallEvent;
import dev.otto.model.call.CallOrder;
import dev.otto.store.call.CallRows;
import dev.otto.store.run.Events;
import java.util.List;
import java.util.Optional;

/// What a kill left on record: the log, the calls and what of them was open.
///
/// @param anchor what tied a packet to the audited commit already
public record Found(
    List<Events.Row> log,
    List<CallRows.Row> calls,
    List<CallOrder> open,
    boolean ended,
    Optional<String> anchor) {
  long seq() {
    return log.getLast().seq();
  }

  /// Calls whose answer was on record; nobody may make them again.
  List<CallRows.Row> answered() {
    return calls.stream().filter(row -> row.outcome() instanceof CallEvent.Answered).toList();
  }
}
