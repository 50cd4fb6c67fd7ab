package dev.otto.workflows.run;

import dev.otto.model.GroupId;
import dev.otto.model.Lease;
import dev.otto.model.group.GroupEvent;
import io.temporal.activity.ActivityInterface;

/// The merge lane: candidates onto the run's branch, one at a time.
@ActivityInterface
public interface Lane {
  /// A group whose merge was ordered; what onto and when stand in the run.
  record Candidate(Lease lease, GroupId group) {}

  /// [GroupEvent.Merged], [GroupEvent.Conflicted], [GroupEvent.CandidateFailed], or
  /// [GroupEvent.CandidateDropped] if the group was aborted before the branch moved.
  GroupEvent merge(Candidate candidate);
}
