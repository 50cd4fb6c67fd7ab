package dev.otto.worker;

import dev.otto.model.RunId;
import dev.otto.model.call.CallEvent;
import dev.otto.model.call.CallOrder;
import dev.otto.model.call.Loss;
import dev.otto.model.call.Usage;
import dev.otto.model.run.Run;
import dev.otto.model.run.RunEntry;
import dev.otto.model.run.RunEvent;
import dev.otto.store.run.Checkpoints;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Holds runs that have no workflow, until somebody wants something of them.
record Holds(Checkpoints checkpoints, Clock clock) {
  private static final Logger LOG = LoggerFactory.getLogger(Holds.class);

  /// Holds the run for this reason, unless it is held already; calls that ran are lost with the
  /// workflow that made them.
  void hold(RunId id, String why) {
    checkpoints.hold(id, run -> entries(run, why));
    LOG.warn("run held: run={} why={}", id, why);
  }

  private List<RunEntry> entries(Run run, String why) {
    var at = clock.instant();
    return Stream.concat(held(run, why), run.calls().open().stream().map(Holds::lost))
        .map(event -> new RunEntry(event, at))
        .toList();
  }

  private static Stream<RunEvent> held(Run run, String why) {
    return run.hold().isPresent() ? Stream.empty() : Stream.of(new RunEvent.Held(why, false));
  }

  private static RunEvent lost(CallOrder order) {
    return new RunEvent.OfCall(new CallEvent.Lost(order, Loss.OTTO_ENDED, Usage.NONE));
  }
}
