package dev.otto.workflows.run;

import dev.otto.model.Lease;
import dev.otto.model.audit.AuditEvent;
import io.temporal.activity.ActivityInterface;

/// The independent audit of the merged product.
@ActivityInterface
public interface Audits {
  /// The audit that the run has begun.
  record Round(Lease lease, int round) {}

  /// Runs every check on a fresh clone of the commit and on the base.
  AuditEvent.Probed probe(Round round);

  /// Judges what was found, with what the auditor said.
  AuditEvent.Concluded conclude(Round round);
}
