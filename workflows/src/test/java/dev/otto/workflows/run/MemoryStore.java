package dev.otto.workflows.run;

import dev.otto.model.Lease;
import dev.otto.model.RunId;
import dev.otto.model.run.Run;
import dev.otto.model.run.RunEntry;
import dev.otto.model.run.RunEvent;
import dev.otto.workflows.record.Recording;
import io.temporal.failure.ApplicationFailure;
import java.util.ArrayList;
import java.util.List;

/// The truth of one run in memory, with the rules of the real store.
final class MemoryStore implements Recording {
  private final List<RunEntry> log = new ArrayList<>();
  private final List<String> refusals = new ArrayList<>();
  private Run run;
  private long epoch;
  private boolean broken;

  /// A store that holds the first events of a log.
  MemoryStore(RunId id, List<RunEntry> first) {
    var created = first.getFirst();
    run = Run.created(id, (RunEvent.Created) created.event(), created.at());
    log.add(created);
    first.stream().skip(1).forEach(this::append);
  }

  synchronized Run run() {
    return run;
  }

  synchronized List<RunEntry> log() {
    return List.copyOf(log);
  }

  /// What was refused, in words.
  synchronized List<String> refusals() {
    return List.copyOf(refusals);
  }

  /// Raises the epoch and reads the checkpoint.
  synchronized RunWorkflow.Start take() {
    epoch++;
    return new RunWorkflow.Start(new Lease(run.id(), epoch), run);
  }

  /// From now on nothing can be recorded.
  synchronized void breaks() {
    broken = true;
  }

  synchronized void check(Lease lease) {
    if (lease.epoch() != epoch) {
      throw refused(SUPERSEDED, "epoch %d holds the run".formatted(epoch));
    }
  }

  @Override
  public synchronized Stored record(Batch batch) {
    check(batch.lease());
    if (broken) {
      throw refused("Bug", "the log is broken");
    }
    if (batch.firstSeq() > run.seq() + 1) {
      throw refused(DIVERGED, "seq %d does not follow".formatted(batch.firstSeq()));
    }
    var entries = batch.entries();
    for (int i = 0; i < entries.size(); i++) {
      var seq = batch.firstSeq() + i;
      if (seq > run.seq()) {
        append(entries.get(i));
      } else if (!log.get((int) seq - 1).event().equals(entries.get(i).event())) {
        throw refused(DIVERGED, "seq %d is stored otherwise".formatted(seq));
      }
    }
    return new Stored(batch.firstSeq() + entries.size() - 1);
  }

  private void append(RunEntry entry) {
    run = run.after(entry.event(), entry.at());
    log.add(entry);
  }

  private ApplicationFailure refused(String type, String why) {
    refusals.add(type + ": " + why);
    return ApplicationFailure.newNonRetryableFailure(why, type);
  }
}
