package dev.otto.api.sample;

import dev.otto.model.RunId;
import dev.otto.store.landing.Landings;
import dev.otto.workflows.landing.LandingHands;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.Jdbi;

/// The checkout of a user, into which is landed once, unless it is dirty.
public final class UsersCheckout implements LandingHands {
  private final Jdbi jdbi;
  private final AtomicInteger landings = new AtomicInteger();
  private volatile boolean dirty;

  UsersCheckout(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  public void dirty(boolean now) {
    dirty = now;
  }

  /// How often something was landed.
  public int landings() {
    return landings.get();
  }

  @Override
  public synchronized Outcome land(Landing landing) {
    if (dirty) {
      return new Outcome.Refused(
          "would-overwrite", "src/a.txt is modified.", "Commit or stash it, then land.");
    }
    if (landed(landing.run())) {
      return new Outcome.Landed(landing.commit(), "main", "before");
    }
    landings.incrementAndGet();
    jdbi.useExtension(
        Landings.class,
        rows ->
            rows.add(
                landing.run().value(),
                landing.commit().hex(),
                "main",
                landing.by(),
                Instant.now()));
    return new Outcome.Landed(landing.commit(), "main", "before");
  }

  private boolean landed(RunId run) {
    return jdbi.withExtension(Landings.class, rows -> rows.ofRun(run.value())).isPresent();
  }
}
