package dev.otto.activities.git;

import dev.otto.model.Lease;

/// A newer start of the run has taken over: this one moves no ref any more and ends in silence.
public final class Superseded extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Superseded(Lease lease) {
    super("run %s has a newer epoch than %d".formatted(lease.run(), lease.epoch()));
  }
}
