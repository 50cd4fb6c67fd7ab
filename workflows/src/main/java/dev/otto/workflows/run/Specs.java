package dev.otto.workflows.run;

import dev.otto.model.Digest;
import dev.otto.model.Lease;
import dev.otto.model.spec.SpecEvent;
import io.temporal.activity.ActivityInterface;

/// Reads what a spec agent, or a person, wrote as a spec.
@ActivityInterface
public interface Specs {
  /// A text to be read as the next revision of the run's spec.
  record Draft(Lease lease, Digest text) {}

  /// [SpecEvent.Compiled] if the text keeps the rules, else [SpecEvent.Refused].
  SpecEvent read(Draft draft);
}
