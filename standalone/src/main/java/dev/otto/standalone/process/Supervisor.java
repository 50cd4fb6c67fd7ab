package dev.otto.standalone.process;

import dev.otto.model.Refusal.Refused;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps one program alive: looks twice a second whether its process lives and starts it again when
/// it does not. It looks at the process, not through it: a busy program is not a dead one.
public final class Supervisor implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Supervisor.class);
  private static final Duration LOOK = Duration.ofMillis(500);
  private static final List<Duration> PAUSES =
      List.of(Duration.ofMillis(250), Duration.ofSeconds(1), Duration.ofSeconds(3));

  private final String name;
  private final BooleanSupplier alive;
  private final Runnable restart;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread thread;
  private volatile Optional<Outage> outage = Optional.empty();

  private Supervisor(String name, BooleanSupplier alive, Runnable restart) {
    this.name = name;
    this.alive = alive;
    this.restart = restart;
    this.thread =
        Thread.ofPlatform()
            .name("otto-" + name + "-supervisor")
            .daemon(true)
            .unstarted(this::watch);
  }

  /// Looks after it from now on. The restart brings it back where its users expect it; what it
  /// throws is logged, and it is tried again.
  public static Supervisor of(String name, BooleanSupplier alive, Runnable restart) {
    var supervisor = new Supervisor(name, alive, restart);
    supervisor.thread.start();
    return supervisor;
  }

  /// That it is gone and not back yet.
  public Optional<Outage> outage() {
    return outage;
  }

  /// Lets go of it. When this returns, nothing is started any more.
  @Override
  public void close() {
    closed.countDown();
    try {
      thread.join();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void watch() {
    while (!closedWithin(LOOK)) {
      if (!alive.getAsBoolean()) {
        bringBack();
      }
    }
  }

  private void bringBack() {
    LOG.warn("{} gone: it is started again", name);
    var start = System.nanoTime();
    outage = Optional.of(new Outage(Instant.now(), Optional.empty()));
    for (var failures = 0; !broughtBack(failures); failures++) {
      if (closedWithin(PAUSES.get(Math.min(failures, PAUSES.size() - 1)))) {
        return;
      }
    }
    outage = Optional.empty();
    LOG.info("{} back: ms={}", name, (System.nanoTime() - start) / 1_000_000);
  }

  private boolean broughtBack(int failures) {
    try {
      restart.run();
      return true;
    } catch (RuntimeException failure) {
      LOG.error("{} not back: attempt={}", name, failures + 1, failure);
      outage = outage.map(it -> new Outage(it.since(), Optional.of(reason(failure))));
      return false;
    }
  }

  private static String reason(RuntimeException failure) {
    return failure instanceof Refused refused
        ? refused.refusal().sentence()
        : String.valueOf(failure.getMessage());
  }

  private boolean closedWithin(Duration time) {
    try {
      return closed.await(time.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException interrupted) {
      return true;
    }
  }
}
