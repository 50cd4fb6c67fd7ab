package dev.otto.activities.git;

import dev.otto.model.CommitId;
import dev.otto.model.GroupId;
import dev.otto.model.Lease;
import java.time.Instant;
import java.util.Optional;

/// The order to take an attempt's work from its worktree.
///
/// @param base the commit of the run's branch that the work is judged on
/// @param owned what the group may change
/// @param title what the commit says
/// @param at the recorded moment of the agent's answer; the commit carries it
public record WorkOrder(
    Lease lease, GroupId group, int attempt, CommitId base, Owned owned, String title, Instant at) {
  CommitMessage message(String subject) {
    return new CommitMessage(subject, lease.run(), Optional.of(group), attempt);
  }
}
