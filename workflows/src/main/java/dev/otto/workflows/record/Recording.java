package dev.otto.workflows.record;

import dev.otto.model.Lease;
import dev.otto.model.run.RunEntry;
import io.temporal.activity.ActivityInterface;
import java.util.List;

/// Stores what happened to a run. An ordinary activity: it is sent only after the history that
/// leads to it is stored.
@ActivityInterface
public interface Recording {
  /// Failure type: a newer epoch holds the run.
  String SUPERSEDED = "Superseded";

  /// Failure type: the log holds something else, so there is another writer or a bug.
  String DIVERGED = "Diverged";

  /// Events in their order; the first has seq `firstSeq`.
  record Batch(Lease lease, long firstSeq, List<RunEntry> entries) {
    public Batch {
      entries = List.copyOf(entries);
    }
  }

  /// How far the log of the run is stored.
  record Stored(long seq) {}

  Stored record(Batch batch);
}
