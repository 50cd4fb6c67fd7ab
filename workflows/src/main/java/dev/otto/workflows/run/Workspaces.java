package dev.otto.workflows.run;

import dev.otto.model.Digest;
import dev.otto.model.Lease;
import dev.otto.model.run.RunEvent;
import io.temporal.activity.ActivityInterface;

/// Otto's own clone of a project: its base for a run, and the branch that the run builds on.
@ActivityInterface
public interface Workspaces {
  /// A run whose clone is to hold its base.
  record Opening(Lease lease) {}

  /// A run whose branch is to be made from its base and its approved spec.
  record Preparation(Lease lease, Digest spec) {}

  RunEvent.Opened open(Opening opening);

  RunEvent.Prepared prepare(Preparation preparation);
}
