package dev.otto.activities.agent.real;

import dev.otto.activities.gateway.Bound;
import dev.otto.activities.gateway.Wire;
import java.util.concurrent.atomic.AtomicInteger;

/// Lets so many tokens pass, and counts how often somebody asks for more.
final class SmallShare implements Bound {
  private final long most;
  private final AtomicInteger refusals = new AtomicInteger();
  private volatile long passed;

  SmallShare(long most) {
    this.most = most;
  }

  @Override
  public void passed(Wire wire) {
    passed = Math.max(passed, wire.input() + wire.output());
  }

  @Override
  public boolean usedUp() {
    if (passed > most) {
      refusals.incrementAndGet();
    }
    return passed > most;
  }

  int refusals() {
    return refusals.get();
  }
}
