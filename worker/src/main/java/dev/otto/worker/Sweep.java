package dev.otto.worker;

import dev.otto.model.Refusal;
import dev.otto.model.RunId;
import dev.otto.model.call.CallEvent;
import dev.otto.model.call.Loss;
import dev.otto.model.run.RunEvent;
import dev.otto.store.announce.Announcements;
import dev.otto.store.announce.Listener;
import dev.otto.store.call.Conversations;
import dev.otto.store.run.Checkpoints;
import dev.otto.store.run.Events;
import dev.otto.store.run.Runs;
import io.temporal.client.WorkflowFailedException;
import io.temporal.client.WorkflowNotFoundException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
  private static final Logger LOG = LoggerFactory.getLogger(Sweep.class);
  private static final int PATIENCE = 3;
  private static final Duration LONG = Duration.ofHours(1);
  private static final Duration SOON = Duration.ofSeconds(1);

  private final Jdbi jdbi;
  private final Holds holds;
  private final RunStarts starts;
  private final Listener listener;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final CountDownLatch closed = new CountDownLatch(1);

  /// One start at a time: of two for the same run the older could end the newer.
  private final ReentrantLock starting = new ReentrantLock();

  private final AtomicBoolean everything = new AtomicBoolean();
  private final Set<String> owed = ConcurrentHashMap.newKeySet();

  /// The executions that are watched, and those whose answers the engine refuses.
  private final Map<String, RunStarts.Started> watched = new ConcurrentHashMap<>();

  private final Set<String> refused = ConcurrentHashMap.newKeySet();

  public Sweep(Jdbi jdbi, RunStarts starts, Announcements announcements, Clock clock) {
    this.jdbi = jdbi;
    this.holds = new Holds(new Checkpoints(jdbi), clock);
    this.starts = starts;
    this.listener = announcements.listener();
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
    tidy();
  }

  /// Takes away what only open runs need, of runs that a killed server could not clear any more.
  private void tidy() {
    try {
      jdbi.useExtension(Conversations.class, Conversations::forgetEnded);
    } catch (RuntimeException trouble) {
      LOG.warn("not tidied: {}", trouble.toString());
    }
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
    return Runs.NONE.equals(run.execution());
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
        startOrHold(new RunId(seen.id()));
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

  private void startOrHold(RunId run) {
    try {
      starts.start(run).ifPresent(this::watch);
    } catch (Refusal.Refused never) {
      holds.hold(run, never.refusal().sentence() + " " + never.refusal().nextStep());
    }
  }

  /// The engine refuses what this execution answers: it is ended, and its run goes on from the
  /// checkpoint like any other whose workflow ended too early.
  public void stuck(String execution) {
    threads.execute(() -> {
      while (!freed(execution) && openAfterAWhile()) {
        LOG.debug("still to be freed: execution={}", execution);
      }
    });
  }

  /// False if it has to be tried again. One that is just being started is known when that is done.
  private boolean freed(String execution) {
    starting.lock();
    try {
      var started = Optional.ofNullable(watched.get(execution));
      started.ifPresent(one -> {
        refused.add(execution);
        LOG.warn("run stuck in the engine: run={} execution={}", one.run(), execution);
        one.workflow().terminate("the engine refuses what it answers");
      });
      return true;
    } catch (WorkflowNotFoundException over) {
      return true;
    } catch (RuntimeException away) {
      LOG.debug("execution not freed: {}", execution, away);
      return false;
    } finally {
      starting.unlock();
    }
  }

  private void watch(RunStarts.Started started) {
    watched.put(started.execution(), started);
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
      ended(started, byAPerson(started));
      watched.remove(started.execution());
      refused.remove(started.execution());
      return true;
    } catch (RuntimeException away) {
      LOG.debug("run not watched for a moment: run={}", started.run(), away);
      return false;
    }
  }

  /// What a person did to the workflow in the engine, now that it has ended; nothing if it ended by
  /// itself or the engine has forgotten it.
  private Optional<String> byAPerson(RunStarts.Started started) {
    try {
      started.workflow().getResult(Void.class);
      return Optional.empty();
    } catch (WorkflowFailedException failed) {
      return switch (failed.getWorkflowCloseEventType()) {
        case EVENT_TYPE_WORKFLOW_EXECUTION_TERMINATED ->
            Optional.of("its workflow was terminated in the engine")
                .filter(_ -> !refused.contains(started.execution()));
        case EVENT_TYPE_WORKFLOW_EXECUTION_CANCELED ->
            Optional.of("its workflow was cancelled in the engine");
        default -> Optional.empty();
      };
    } catch (WorkflowNotFoundException forgotten) {
      return Optional.empty();
    }
  }

  /// What is to be done when the workflow of an epoch has ended.
  private void ended(RunStarts.Started started, Optional<String> byAPerson) {
    var open =
        open().stream()
            .filter(run -> run.id().equals(started.run().value()))
            .filter(run -> run.epoch() == started.epoch())
            .findFirst();
    if (open.isEmpty()) {
      return;
    }
    if (byAPerson.isPresent()) {
      hold(open.get(), byAPerson.get());
      return;
    }
    var times = progressed(started) ? 1 : open.get().stuckTimes() + 1;
    jdbi.useExtension(Runs.class, runs -> runs.stuck(open.get().id(), open.get().seq(), times));
    LOG.warn("run ended early: run={} seq={} times={}", started.run(), open.get().seq(), times);
    if (times >= PATIENCE) {
      hold(open.get(), "its workflow ended %d times at the same place".formatted(times));
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

  private void hold(Runs.Open seen, String why) {
    starting.lock();
    try {
      if (epoch(seen.id()) == seen.epoch()) {
        holds.hold(new RunId(seen.id()), why);
      }
    } finally {
      starting.unlock();
    }
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
