package dev.otto.api.sample;

import dev.otto.store.run.Checkpoints;
import dev.otto.workflows.record.Recording;
import io.temporal.failure.ApplicationFailure;

/// Records into the real store.
final class StoreRecording implements Recording {
  private final Checkpoints checkpoints;

  StoreRecording(Checkpoints checkpoints) {
    this.checkpoints = checkpoints;
  }

  @Override
  public Stored record(Batch batch) {
    return switch (checkpoints.record(batch.lease(), batch.firstSeq(), batch.entries())) {
      case Checkpoints.Recording.Stored(var seq) -> new Stored(seq);
      case Checkpoints.Recording.Superseded(var epoch) ->
          throw ApplicationFailure.newNonRetryableFailure("by " + epoch, SUPERSEDED);
      case Checkpoints.Recording.Diverged(var why) ->
          throw ApplicationFailure.newNonRetryableFailure(why, DIVERGED);
    };
  }
}
