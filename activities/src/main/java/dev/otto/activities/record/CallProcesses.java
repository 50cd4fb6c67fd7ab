package dev.otto.activities.record;

import dev.otto.activities.process.ProcessIdentity;
import dev.otto.model.RunId;
import dev.otto.store.call.CallRows;
import java.util.function.Predicate;
import org.jdbi.v3.core.Jdbi;

/// The processes of calls that nobody has seen end, by the rows of the calls.
public record CallProcesses(Jdbi jdbi) {
  /// Ends those of the run's calls that are meant.
  public void end(RunId run, Predicate<CallRows.Row> meant) {
    jdbi.withExtension(CallRows.class, rows -> rows.ofRun(run.value())).stream()
        .filter(meant)
        .flatMap(row -> row.running().stream())
        .forEach(one -> new ProcessIdentity(one.pid(), one.startTicks()).endTree());
  }
}
