package dev.otto.workflows.run;

import dev.otto.model.GroupId;
import dev.otto.model.Lease;
import dev.otto.model.call.CallOrder;
import dev.otto.model.group.GroupEvent;
import io.temporal.activity.ActivityInterface;
import java.time.Instant;

/// The work of a group between its agent's answer and the lane.
@ActivityInterface
public interface Groups {
  /// Work that an agent left in the group's worktree, answered at this moment.
  record Work(Lease lease, GroupId group, CallOrder order, Instant answeredAt) {}

  /// A group that a person ended.
  record Remains(Lease lease, GroupId group) {}

  /// Takes the work as a commit, keeps strays apart, and runs the group's checks.
  GroupEvent.Checked check(Work work);

  /// Ends what still runs for the group and salvages its work.
  GroupEvent.Aborted stop(Remains remains);
}
