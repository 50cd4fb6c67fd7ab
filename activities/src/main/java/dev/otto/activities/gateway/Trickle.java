package dev.otto.activities.gateway;

import java.util.function.LongSupplier;

/// Tells an answer that streams from the pings that keep its connection open, where nothing can be
/// read but how much comes: pings are a trickle, which runs off before it has filled anything.
final class Trickle {
  /// What has to gather for a sign of life: a few sentences of a model, packed as services pack
  /// them.
  static final int ENOUGH = 1 << 10;

  /// What runs off, in bytes a second: several times what pings bring.
  static final int RUNS_OFF = 32;

  private static final double NANOS = 1e9;

  private final LongSupplier nanoTime;
  private double gathered;
  private long last;

  Trickle() {
    this(System::nanoTime);
  }

  Trickle(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
    this.last = nanoTime.getAsLong();
  }

  /// Whether so many bytes more are a sign of life.
  synchronized boolean came(int bytes) {
    var now = nanoTime.getAsLong();
    gathered = Math.max(0, gathered - (now - last) / NANOS * RUNS_OFF) + bytes;
    last = now;
    if (gathered < ENOUGH) {
      return false;
    }
    gathered = 0;
    return true;
  }
}
