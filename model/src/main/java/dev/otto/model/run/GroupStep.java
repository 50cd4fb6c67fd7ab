package dev.otto.model.run;

import dev.otto.model.call.CallOrder;
import dev.otto.model.group.GroupEvent;
import java.time.Instant;

/// What a group of a run needs next.
public sealed interface GroupStep {
  /// Nothing more happens to it in this round.
  record Done() implements GroupStep {}

  /// Something else has to happen first.
  record Wait() implements GroupStep {}

  /// This is to be noted.
  record Note(GroupEvent event) implements GroupStep {}

  /// This call is to be ordered.
  record Order(CallOrder order) implements GroupStep {}

  /// This call was ordered and is to be made.
  record Call(CallOrder order) implements GroupStep {}

  /// The agent answered at this moment; its work is to be taken and checked.
  record Check(CallOrder order, Instant answeredAt) implements GroupStep {}

  /// A person ended it: its processes are to be stopped and its work salvaged.
  record Stop() implements GroupStep {}
}
