package dev.otto.worker;

import dev.otto.model.RunId;
import dev.otto.model.call.CallEvent;
import dev.otto.model.call.Loss;
import dev.otto.model.run.RunEntry;
import dev.otto.model.run.RunEvent;
import dev.otto.store.announce.Announcements;
import dev.otto.store.announce.Listener;
import dev.otto.store.run.Checkpoints;
import dev.otto.store.run.Events;
import dev.otto.store.run.Runs;
import io.temporal.client.WorkflowFailedException;
import io.temporal.client.WorkflowNotFoundException;
import io.temporal.failure.TerminatedFailure;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sees to it that every open run has a workflow: new ones, those of an ended server, and those
/// whose workflow ended too early. What fails because database or engine are away is done again
/// soon.
public final class Sweep implements AutoCloseable {
  /// What stands in a run's row instead of an execution while nothing is to be started for it.
  static final String NONE = "none";

  private static final Logger LOG = LoggerFactory.getLogger(Sweep.class);
  private static final int PATIENCE = 3;
  private static final Duration LONG = Duration.ofHours(1);
  private static final Duration SOON = Duration.ofSeconds(1);

  private final Jdbi jdbi;
  private final Checkpoints checkpoints;
  private final RunStarts starts;
  private final Listener listener;
  private final Clock clock;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final CountDownLatch closed = new CountDownLatch(1);

  /// One start at a time: of two for the same run the older could end the newer.
  private final ReentrantLock starting = new ReentrantLock();

  private final AtomicBoolean everything = new AtomicBoolean();
  private final Set<String> owed = ConcurrentHashMap.newKeySet();

  public Sweep(Jdbi jdbi, RunStarts starts, Announcements announcements, Clock clock) {
    this.jdbi = jdbi;
    this.checkpoints = new Checkpoints(jdbi);
    this.starts = starts;
    this.listener = announcements.listener();
    this.clock = clock;
  }

  /// Begins to look for runs without a workflow, again and again.
  public void begin() {
    threads.execute(this::lookForEver);
  }

  /// Starts every open run from its checkpoint, whoever held it. Before a worker's first poll, this
  /// ends what an earlier server has left in the engine before any of it moves.
  public void takeOver() {
    everything.set(true);
    look();
  }

  private void lookForEver() {
    while (heard()) {
      look();
    }
  }

  private void look() {
    var all = everything.getAndSet(false);
    try {
      open().stream().filter(run -> all ? !held(run) : waits(run)).forEach(this::start);
    } catch (RuntimeException trouble) {
      LOG.warn("sweep not done: {}", trouble.toString());
      everything.compareAndSet(false, all);
      lookLater();
    }
  }

  private static boolean held(Runs.Open run) {
    return NONE.equals(run.execution());
  }

  private boolean waits(Runs.Open run) {
    return run.execution() == null || owed.contains(run.id());
  }

  private void lookLater() {
    if (closed.getCount() == 0) {
      return;
    }
    threads.execute(() -> {
      if (openAfterAWhile()) {
        look();
      }
    });
  }

  private boolean openAfterAWhile() {
    try {
      return !closed.await(SOON.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException over) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private boolean heard() {
    try {
      return listener.await(LONG) != Listener.Heard.END;
    } catch (InterruptedException over) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void start(Runs.Open seen) {
    starting.lock();
    try {
      if (epoch(seen.id()) == seen.epoch()) {
        starts.start(new RunId(seen.id())).ifPresent(this::watch);
      }
      owed.remove(seen.id());
    } catch (RuntimeException trouble) {
      LOG.warn("run not started: run={} why={}", seen.id(), trouble.toString());
      owed.add(seen.id());
      lookLater();
    } finally {
      starting.unlock();
    }
  }

  private void watch(RunStarts.Started started) {
    threads.execute(() -> {
      while (!watched(started) && openAfterAWhile()) {
        LOG.debug("still watched: run={}", started.run());
      }
    });
  }

  /// Waits for the end of the workflow and does what is to be done then; false if it has to be
  /// asked again.
  private boolean watched(RunStarts.Started started) {
    try {
      ended(started, terminated(started));
      return true;
    } catch (RuntimeException away) {
      LOG.debug("run not watched for a moment: run={}", started.run(), away);
      return false;
    }
  }

  /// Whether the workflow, now that it has ended, was terminated. One that the engine has forgotten
  /// was not.
  private static boolean terminated(RunStarts.Started started) {
    try {
      started.workflow().getResult(Void.class);
      return false;
    } catch (WorkflowFailedException failed) {
      return failed.getCause() instanceof TerminatedFailure;
    } catch (WorkflowNotFoundException forgotten) {
      return false;
    }
  }

  /// What is to be done when the workflow of an epoch has ended.
  private void ended(RunStarts.Started started, boolean terminated) {
    var open =
        open().stream()
            .filter(run -> run.id().equals(started.run().value()))
            .filter(run -> run.epoch() == started.epoch())
            .findFirst();
    if (open.isEmpty()) {
      return;
    }
    if (terminated) {
      pause(open.get(), "its workflow was terminated in the engine");
      return;
    }
    var times = progressed(started) ? 1 : open.get().stuckTimes() + 1;
    jdbi.useExtension(Runs.class, runs -> runs.stuck(open.get().id(), open.get().seq(), times));
    LOG.warn("run ended early: run={} seq={} times={}", started.run(), open.get().seq(), times);
    if (times >= PATIENCE) {
      pause(open.get(), "its workflow ended %d times at the same place".formatted(times));
      return;
    }
    start(open.get());
  }

  /// Whether the workflow came any further than to note that it carries the run on.
  private boolean progressed(RunStarts.Started started) {
    return jdbi
        .withExtension(
            Events.class, events -> events.ofRun(started.run().value(), started.seq() + 1))
        .stream()
        .map(Events.Row::body)
        .anyMatch(event -> !onlyCarriesOn(event));
  }

  private static boolean onlyCarriesOn(RunEvent event) {
    return event instanceof RunEvent.OfCall(CallEvent.Lost lost)
        ? lost.loss() == Loss.OTTO_ENDED
        : event instanceof RunEvent.Recovered;
  }

  /// Holds a run that has no workflow; `resume` starts one.
  private void pause(Runs.Open seen, String why) {
    starting.lock();
    try {
      if (epoch(seen.id()) == seen.epoch()) {
        paused(new RunId(seen.id()), why);
      }
    } finally {
      starting.unlock();
    }
  }

  private void paused(RunId id, String why) {
    var taken = checkpoints.take(id);
    jdbi.useExtension(Runs.class, runs -> runs.executes(id.value(), taken.lease().epoch(), NONE));
    if (taken.run().hold().isEmpty()) {
      checkpoints.record(
          taken.lease(),
          taken.run().seq() + 1,
          List.of(new RunEntry(new RunEvent.Held(why, false), clock.instant())));
    }
    LOG.warn("run held: run={} why={}", id, why);
  }

  private long epoch(String run) {
    return jdbi.withExtension(Runs.class, runs -> runs.epoch(run)).orElseThrow();
  }

  private List<Runs.Open> open() {
    return jdbi.withExtension(Runs.class, Runs::open);
  }

  @Override
  public void close() {
    closed.countDown();
    listener.close();
    threads.shutdownNow();
  }
}
