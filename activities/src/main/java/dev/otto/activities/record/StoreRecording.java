package dev.otto.activities.record;

import dev.otto.model.run.RunEntry;
import dev.otto.store.run.Checkpoints;
import dev.otto.store.run.Checkpoints.Recording.Diverged;
import dev.otto.store.run.Checkpoints.Recording.Superseded;
import dev.otto.workflows.record.Recording;
import io.temporal.failure.ApplicationFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Records events in the store, and logs each of them once.
public final class StoreRecording implements Recording {
  private static final Logger LOG = LoggerFactory.getLogger(StoreRecording.class);

  private final Checkpoints checkpoints;

  public StoreRecording(Checkpoints checkpoints) {
    this.checkpoints = checkpoints;
  }

  @Override
  public Stored record(Batch batch) {
    var recorded = checkpoints.record(batch.lease(), batch.firstSeq(), batch.entries());
    return switch (recorded) {
      case Checkpoints.Recording.Stored(var seq) -> {
        batch.entries().forEach(entry -> told(batch, entry));
        yield new Stored(Math.min(seq, batch.firstSeq() + batch.entries().size() - 1));
      }
      case Superseded(var epoch) ->
          throw ApplicationFailure.newNonRetryableFailure(
              "epoch %d holds the run".formatted(epoch), SUPERSEDED);
      case Diverged(var why) -> {
        LOG.error("run diverged: run={} {}", batch.lease().run(), why);
        throw ApplicationFailure.newNonRetryableFailure(why, DIVERGED);
      }
    };
  }

  private static void told(Batch batch, RunEntry entry) {
    LOG.info("{}: run={} {}", entry.event().word(), batch.lease().run(), entry.event());
  }
}
