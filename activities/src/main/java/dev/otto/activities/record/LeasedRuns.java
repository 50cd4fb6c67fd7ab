package dev.otto.activities.record;

import dev.otto.model.Lease;
import dev.otto.model.run.Run;
import dev.otto.store.project.Projects;
import dev.otto.store.run.Runs;
import java.nio.file.Path;
import org.jdbi.v3.core.Jdbi;

/// Runs as a lease finds them: whoever holds an older epoch finds nothing any more.
public final class LeasedRuns {
  private final Jdbi jdbi;

  public LeasedRuns(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /// The run as its checkpoint stands.
  ///
  /// @throws LeaseEnded if a newer epoch holds the run
  public Run of(Lease lease) {
    var row =
        jdbi.withExtension(Runs.class, runs -> runs.named(lease.run().value()))
            .orElseThrow(() -> new IllegalStateException("there is no run " + lease.run()));
    if (row.epoch() != lease.epoch()) {
      throw new LeaseEnded(lease);
    }
    return row.state();
  }

  /// Whether the lease is still that of the newest epoch.
  public boolean holds(Lease lease) {
    return jdbi.withExtension(Runs.class, runs -> runs.epoch(lease.run().value()))
        .filter(epoch -> epoch == lease.epoch())
        .isPresent();
  }

  /// The folder of the user's repository that the run belongs to.
  public Path repository(Run run) {
    return jdbi.withExtension(Projects.class, projects -> projects.named(run.project().value()))
        .map(row -> Path.of(row.path()))
        .orElseThrow(() -> new IllegalStateException("there is no project " + run.project()));
  }
}
