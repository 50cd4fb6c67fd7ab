package dev.otto.activities.call;

import dev.otto.activities.agent.AgentLaunch;
import dev.otto.activities.host.Host;
import dev.otto.activities.process.Outcome;
import dev.otto.activities.process.cell.Cell;
import dev.otto.activities.record.Insistence;
import dev.otto.activities.record.LeaseEnded;
import dev.otto.model.GroupId;
import dev.otto.model.call.CallEvent;
import dev.otto.model.call.CallOrder;
import dev.otto.store.call.CallRows;
import dev.otto.workflows.run.Calls.Call;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What is written down of one call: that it began, what its agent is told, as which process it
/// runs, and what it came to.
record CallBook(Host host, Jdbi jdbi, Call call) {
  private static final Logger LOG = LoggerFactory.getLogger(CallBook.class);
  private static final Insistence UNTIL_BACK = new Insistence(Duration.ofMinutes(2));

  /// What an earlier try of this very call came to, if its answer was not lost.
  Optional<CallEvent> concluded() {
    return rows(rows -> rows.concluded(run(), order().id().value()))
        .filter(
            row -> row.outcome() instanceof CallEvent.Answered || row.tries() == order().tries())
        .map(row -> row.outcome());
  }

  void opened(Path log) {
    jdbi.useTransaction(handle -> opened(handle, log));
  }

  /// The same, together with something else.
  void opened(Handle handle, Path log) {
    var open =
        handle
            .attach(CallRows.class)
            .open(
                run(),
                order().id().value(),
                order().tries(),
                call.lease().epoch(),
                host.id().value(),
                order().stage().word(),
                order().group().map(GroupId::value).orElse(null),
                log.toString());
    if (open == 0) {
      throw new LeaseEnded(call.lease());
    }
  }

  /// Keeps what the agent is told, before it hears it.
  void told(AgentLaunch launch) {
    var prompt = host.contents().keep(launch.stdin()).hex();
    jdbi.useExtension(
        CallRows.class, rows -> rows.told(run(), order().id().value(), order().tries(), prompt));
  }

  void runsAs(Cell cell) {
    UNTIL_BACK.on(() ->
        rows(rows -> {
          rows.runsAs(
              run(),
              order().id().value(),
              order().tries(),
              cell.identity().pid(),
              cell.identity().startTicks());
          return cell;
        }));
  }

  /// Says which settings the agent changed that others would obey. They are no work of a group that
  /// does not own them by name, so they are set aside with what else is not its own.
  void touched(List<String> paths) {
    if (!paths.isEmpty()) {
      LOG.warn("an agent changed settings: run={} call={} paths={}", run(), order().id(), paths);
      jdbi.useExtension(
          CallRows.class,
          rows ->
              rows.touched(
                  run(), order().id().value(), order().tries(), new CallRows.Touched(paths)));
    }
  }

  /// Puts on record what came of the call, as often as it takes: the work is done, and paid for.
  CallEvent concluded(Outcome outcome, CallEvent event, Consumer<Handle> besides) {
    var written =
        UNTIL_BACK.on(() ->
            jdbi.inTransaction(handle -> {
              besides.accept(handle);
              return handle
                  .attach(CallRows.class)
                  .conclude(
                      run(),
                      order().id().value(),
                      order().tries(),
                      call.lease().epoch(),
                      outcome.alive().toMillis(),
                      event);
            }));
    if (written == 0) {
      return concluded().orElseThrow(() -> new LeaseEnded(call.lease()));
    }
    return event;
  }

  private CallOrder order() {
    return call.order();
  }

  private String run() {
    return call.lease().run().value();
  }

  private <T> T rows(Function<CallRows, T> ask) {
    return jdbi.withExtension(CallRows.class, ask::apply);
  }
}
