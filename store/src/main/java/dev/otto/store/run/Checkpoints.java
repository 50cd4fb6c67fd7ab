package dev.otto.store.run;

import dev.otto.model.Lease;
import dev.otto.model.RunId;
import dev.otto.model.json.Json;
import dev.otto.model.run.Run;
import dev.otto.model.run.RunEntry;
import dev.otto.model.run.RunEvent;
import dev.otto.model.run.RunState;
import dev.otto.store.command.Commands;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// The truth of runs: each transaction here locks the run's row, folds events into its state and
/// stores both.
public final class Checkpoints {
  private final Jdbi jdbi;

  public Checkpoints(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /// What recording came to.
  public sealed interface Recording {
    /// Everything up to this seq is stored.
    record Stored(long seq) implements Recording {}

    /// A newer epoch holds the run.
    record Superseded(long epoch) implements Recording {}

    /// The log holds something else than what was given: another writer, or a bug.
    record Diverged(String why) implements Recording {}
  }

  /// A run as a new epoch takes it over.
  public record Taken(Lease lease, Run run) {}

  /// Stores a new run with its first event, in the caller's transaction.
  public Run create(Handle handle, RunId id, RunEvent.Created created, Instant at) {
    var run = Run.created(id, created, at);
    handle.attach(Runs.class).add(written(run, 0, at));
    append(handle, run, 1, new RunEntry(created, at));
    handle.attach(Events.class).announce();
    return run;
  }

  /// Stores these events, the first of which has this seq. What is stored already must be equal in
  /// type and body.
  public Recording record(Lease lease, long firstSeq, List<RunEntry> entries) {
    return jdbi.inTransaction(handle -> record(handle, lease, firstSeq, entries));
  }

  /// Raises the epoch and reads the checkpoint, so that from now on nobody else may write.
  public Taken take(RunId id) {
    return jdbi.inTransaction(handle -> {
      var runs = handle.attach(Runs.class);
      var row = runs.locked(id.value()).orElseThrow(() -> unknown(id));
      runs.raise(id.value(), row.epoch() + 1);
      return new Taken(new Lease(id, row.epoch() + 1), row.state());
    });
  }

  /// Takes the run from whoever holds it and stores what is to be said of it then. No workflow is
  /// started for it until it is [#wanted].
  public void hold(RunId id, Function<Run, List<RunEntry>> words) {
    jdbi.useTransaction(handle -> {
      var runs = handle.attach(Runs.class);
      var row = runs.locked(id.value()).orElseThrow(() -> unknown(id));
      var epoch = row.epoch() + 1;
      runs.raise(id.value(), epoch);
      runs.executes(id.value(), epoch, Runs.NONE);
      var entries = words.apply(row.state());
      if (!entries.isEmpty()) {
        append(handle, row, entries);
      }
    });
  }

  /// Somebody wants something of the run: if it was held without a workflow, it gets one again.
  public void wanted(RunId id) {
    jdbi.useTransaction(handle -> {
      if (handle.attach(Runs.class).want(id.value()) > 0) {
        handle.attach(Events.class).announce();
      }
    });
  }

  private Recording record(Handle handle, Lease lease, long firstSeq, List<RunEntry> entries) {
    var row =
        handle
            .attach(Runs.class)
            .locked(lease.run().value())
            .orElseThrow(() -> unknown(lease.run()));
    if (row.epoch() != lease.epoch()) {
      return new Recording.Superseded(row.epoch());
    }
    if (firstSeq < 1 || firstSeq > row.seq() + 1) {
      return new Recording.Diverged(
          "seq %d does not follow the stored %d".formatted(firstSeq, row.seq()));
    }
    var stored = handle.attach(Events.class).ofRun(lease.run().value(), firstSeq);
    for (int i = 0; i < Math.min(stored.size(), entries.size()); i++) {
      if (!same(stored.get(i).body(), entries.get(i).event())) {
        return new Recording.Diverged(
            "seq %d is stored as %s and given as %s"
                .formatted(firstSeq + i, stored.get(i).type(), entries.get(i).event().word()));
      }
    }
    return entries.size() <= stored.size()
        ? new Recording.Stored(row.seq())
        : append(handle, row, entries.subList(stored.size(), entries.size()));
  }

  private Recording append(Handle handle, Runs.Row row, List<RunEntry> entries) {
    var run = row.state();
    for (var entry : entries) {
      run = run.after(entry.event(), entry.at());
      append(handle, run, run.seq(), entry);
    }
    handle.attach(Runs.class).write(written(run, row.epoch(), entries.getLast().at()));
    handle.attach(Events.class).announce();
    return new Recording.Stored(run.seq());
  }

  private static void append(Handle handle, Run run, long seq, RunEntry entry) {
    var events = handle.attach(Events.class);
    events.lock();
    events.add(
        events.nextId(),
        run.project().value(),
        run.id().value(),
        seq,
        entry.event().word(),
        entry.event(),
        entry.at());
    entry
        .event()
        .commandKey()
        .ifPresent(key -> handle.attach(Commands.class).answer(key, run.id().value(), seq));
  }

  private static Runs.Written written(Run run, long epoch, Instant at) {
    var state = run.state();
    return new Runs.Written(
        run.id().value(),
        run.project().value(),
        run.host().value(),
        epoch,
        run.seq(),
        run,
        state.word(),
        run.phase().word(),
        verdict(state),
        run.title(),
        at,
        run.settings().fork().map(fork -> fork.run().value()).orElse(null));
  }

  private static @Nullable String verdict(RunState state) {
    return state instanceof RunState.Ended(var verdict, _) ? verdict.word() : null;
  }

  private static boolean same(RunEvent one, RunEvent other) {
    return one.equals(other) || Json.text(one).equals(Json.text(other));
  }

  private static IllegalStateException unknown(RunId id) {
    return new IllegalStateException("there is no run " + id);
  }
}
