package dev.otto.workflows.record;

import dev.otto.model.Lease;
import dev.otto.model.json.Json;
import dev.otto.model.run.Run;
import dev.otto.model.run.RunEntry;
import dev.otto.model.run.RunEvent;
import io.temporal.failure.ActivityFailure;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.CanceledFailure;
import io.temporal.failure.TemporalFailure;
import io.temporal.workflow.Async;
import io.temporal.workflow.Promise;
import io.temporal.workflow.Workflow;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/// The one state of a run workflow and the way of its events to the store: applied at once,
/// recorded in order by one coroutine.
public final class Log {
  private static final int BATCH = 20;
  private static final int BATCH_SIZE = 16 * 1024;

  private final Recording recording;
  private final Lease lease;
  private final Deque<RunEntry> queue = new ArrayDeque<>();
  private Run run;
  private long stored;
  private boolean closed;
  private Optional<TemporalFailure> lost = Optional.empty();

  /// A log that goes on from this checkpoint.
  public Log(Recording recording, Lease lease, Run run) {
    this.recording = recording;
    this.lease = lease;
    this.run = run;
    this.stored = run.seq();
  }

  /// The run as it stands, recorded or not.
  public Run run() {
    return run;
  }

  /// The moment as the workflow sees it: the same whenever it is told again.
  public Instant now() {
    return Instant.ofEpochMilli(Workflow.currentTimeMillis());
  }

  public Lease lease() {
    return lease;
  }

  /// The one line that changes state.
  public void happened(RunEvent event) {
    var at = now();
    run = run.after(event, at);
    queue.add(new RunEntry(event, at));
  }

  /// Waits until everything that has happened is stored; stands before every effect and every
  /// answer.
  public void recorded() {
    var mine = run.seq();
    Workflow.await(() -> stored >= mine || lost.isPresent());
    if (lost.isPresent()) {
      throw new CanceledFailure("the run is no longer this workflow's: " + why());
    }
  }

  /// Whether the run went to somebody else, or nothing can be recorded any more.
  public boolean lost() {
    return lost.isPresent();
  }

  /// Why nothing is recorded any more.
  public String why() {
    return lost.map(Log::type).orElse("");
  }

  /// The failure that ended the recording, unless it only means that another holds the run.
  public Optional<TemporalFailure> fault() {
    return lost.filter(failure -> !silent(type(failure)));
  }

  /// Starts the recorder; when it cannot go on, the log is lost and nobody's any more.
  public Promise<Void> recorder() {
    var drained = new ArrayList<Promise<Void>>();
    Workflow.newDetachedCancellationScope(() -> drained.add(Async.procedure(this::drain))).run();
    return drained.getFirst();
  }

  /// Lets the recorder end when all is stored.
  public void close() {
    closed = true;
  }

  private void drain() {
    try {
      while (true) {
        Workflow.await(() -> !queue.isEmpty() || closed);
        if (queue.isEmpty()) {
          return;
        }
        stored = recording.record(new Recording.Batch(lease, stored + 1, next())).seq();
      }
    } catch (TemporalFailure failure) {
      lost = Optional.of(failure);
    } catch (RuntimeException bug) {
      lost = Optional.of(ApplicationFailure.newNonRetryableFailure(String.valueOf(bug), "Bug"));
    }
  }

  /// What is recorded next: as much as travels in one message.
  private List<RunEntry> next() {
    var batch = new ArrayList<RunEntry>();
    var size = 0;
    while (!queue.isEmpty() && batch.size() < BATCH) {
      size += Json.text(queue.peek()).length();
      if (size > BATCH_SIZE && !batch.isEmpty()) {
        return batch;
      }
      batch.add(queue.poll());
    }
    return batch;
  }

  private static boolean silent(String type) {
    return type.equals(Recording.SUPERSEDED) || type.equals(Recording.DIVERGED);
  }

  /// The type of the application failure inside, or the failure's own words.
  public static String type(TemporalFailure failure) {
    if (failure instanceof ActivityFailure && failure.getCause() instanceof TemporalFailure cause) {
      return type(cause);
    }
    return failure instanceof ApplicationFailure application
        ? application.getType()
        : failure.getOriginalMessage() == null ? "Failed" : failure.getOriginalMessage();
  }
}
