package dev.otto.activities.record;

import dev.otto.model.Lease;

/// A newer epoch holds the run: this hand stops, and leaves everything as it is.
public final class LeaseEnded extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public LeaseEnded(Lease lease) {
    super("the lease of epoch %d of run %s has ended".formatted(lease.epoch(), lease.run()));
  }
}
