package dev.otto.workflows.run;

import dev.otto.model.Digest;
import dev.otto.model.Lease;
import dev.otto.model.call.CallEvent;
import dev.otto.model.call.CallOrder;
import io.temporal.activity.ActivityInterface;
import java.util.List;

/// Calls agents. A call is never retried by the engine: the workflow decides what a lost one means.
@ActivityInterface
public interface Calls {
  /// A call that was ordered and recorded.
  ///
  /// @param messages what people said to its agent, by the digests of their words
  record Call(Lease lease, CallOrder order, List<Digest> messages) {
    public Call {
      messages = messages == null ? List.of() : List.copyOf(messages);
    }

    /// To whose agent nobody said anything.
    public Call(Lease lease, CallOrder order) {
      this(lease, order, List.of());
    }
  }

  /// [CallEvent.Answered] or [CallEvent.Lost]; a call that was concluded before gives its answer
  /// again.
  CallEvent make(Call call);
}
