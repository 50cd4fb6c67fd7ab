package dev.otto.standalone.run;

import dev.otto.model.Refusal;
import dev.otto.model.RunId;
import dev.otto.model.run.RunCommand;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/// Somebody who looks at runs all the time, and tells them what their log does not have yet.
final class Person implements AutoCloseable {
  private final House house;
  private final Function<RunId, Optional<RunCommand>> wish;
  private final ExecutorService threads =
      Executors.newThreadPerTaskExecutor(Thread.ofPlatform().daemon().name("person").factory());

  /// Looks after these runs until it is closed.
  Person(House house, Collection<RunId> runs, Function<RunId, Optional<RunCommand>> wish) {
    this.house = house;
    this.wish = wish;
    runs.forEach(run -> threads.execute(() -> lookAfter(run)));
  }

  private void lookAfter(RunId run) {
    try {
      while (house.run(run).ended().isEmpty()) {
        wish.apply(run).ifPresent(command -> say(run, command));
        Thread.sleep(50);
      }
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  private void say(RunId run, RunCommand command) {
    try {
      var _ = house.obeys(run, command);
    } catch (Refusal.Refused _) {
      // The run has gone on meanwhile, or the house goes down: it is looked at again.
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
    try {
      if (!threads.awaitTermination(30, TimeUnit.SECONDS)) {
        throw new IllegalStateException("somebody does not stop talking");
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }
}
