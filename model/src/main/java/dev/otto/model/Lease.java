package dev.otto.model;

/// The right to act for a run: only the holder of its newest epoch may record, spawn or move a ref.
public record Lease(RunId run, long epoch) {
  public Lease {
    if (epoch < 0) {
      throw new IllegalArgumentException("an epoch counts from 0, not " + epoch);
    }
  }
}
