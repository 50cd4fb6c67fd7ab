package dev.otto.workflows.run;

import dev.otto.model.Lease;
import dev.otto.model.call.CallEvent;
import dev.otto.model.call.CallOrder;
import io.temporal.activity.ActivityInterface;

/// Calls agents. A call is never retried by the engine: the workflow decides what a lost one means.
@ActivityInterface
public interface Calls {
  /// A call that was ordered and recorded.
  record Call(Lease lease, CallOrder order) {}

  /// [CallEvent.Answered] or [CallEvent.Lost]; a call that was concluded before gives its answer
  /// again.
  CallEvent make(Call call);
}
