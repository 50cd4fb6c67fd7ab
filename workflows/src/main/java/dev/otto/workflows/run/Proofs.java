package dev.otto.workflows.run;

import dev.otto.model.Lease;
import dev.otto.model.proof.Proof;
import dev.otto.model.run.Ending;
import io.temporal.activity.ActivityInterface;

/// The proof packet of a run, and its publication in the user's repository.
@ActivityInterface
public interface Proofs {
  /// A run that ends so.
  record Rendering(Lease lease, Ending ending) {}

  /// Ends what still runs for the run, salvages what is not merged, writes the packet and publishes
  /// the branch.
  Proof render(Rendering rendering);
}
