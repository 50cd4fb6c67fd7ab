package dev.otto.standalone.run;

import dev.otto.store.Database;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;

/// Holds the first hand that passes, until it is opened; later ones pass freely.
final class Latch {
  private final AtomicBoolean passed = new AtomicBoolean();
  private final CountDownLatch reached = new CountDownLatch(1);
  private final CountDownLatch opened = new CountDownLatch(1);

  void pass() {
    if (passed.compareAndSet(false, true)) {
      reached.countDown();
      waitFor(opened);
    }
  }

  /// Sets the hand to work and waits until it is held.
  <T> CompletableFuture<T> holds(Supplier<T> hand) {
    var working = CompletableFuture.supplyAsync(hand, Thread.ofPlatform().name("hand")::start);
    waitFor(reached);
    return working;
  }

  void open() {
    opened.countDown();
  }

  /// A door to the store that holds a hand right before it asks this.
  Jdbi before(Database store, String sql) {
    return store
        .jdbi()
        .setSqlLogger(
            new SqlLogger() {
              @Override
              public void logBeforeExecution(StatementContext asked) {
                passIf(asked, sql);
              }
            });
  }

  /// A door to the store that holds a hand right after it got the answer to this.
  Jdbi after(Database store, String sql) {
    return store
        .jdbi()
        .setSqlLogger(
            new SqlLogger() {
              @Override
              public void logAfterExecution(StatementContext answered) {
                passIf(answered, sql);
              }
            });
  }

  private void passIf(StatementContext asked, String sql) {
    if (asked.getRawSql().replaceAll("\\s+", " ").contains(sql)) {
      pass();
    }
  }

  private static void waitFor(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }
}
