package dev.otto.activities.record;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Asks the database again while it is away: for what must not be lost because PostgreSQL was
/// killed at that moment. What is asked has to bear being asked twice.
public final class Insistence {
  private static final Logger LOG = LoggerFactory.getLogger(Insistence.class);
  private static final Duration BREATH = Duration.ofMillis(300);

  private final Duration most;

  /// Insists for so long.
  public Insistence(Duration most) {
    this.most = most;
  }

  /// The answer, or what went wrong when the time was over or this thread was interrupted.
  public <T> T on(Supplier<T> asked) {
    var end = System.nanoTime() + most.toNanos();
    while (true) {
      try {
        return asked.get();
      } catch (JdbiException away) {
        if (System.nanoTime() > end || Thread.currentThread().isInterrupted()) {
          throw away;
        }
        LOG.warn(
            "database asked again: why={}",
            String.valueOf(away.getMessage()).lines().findFirst().orElse(""));
        LockSupport.parkNanos(BREATH.toNanos());
      }
    }
  }
}
