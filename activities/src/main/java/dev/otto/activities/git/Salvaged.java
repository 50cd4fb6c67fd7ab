package dev.otto.activities.git;

import dev.otto.model.CommitId;
import dev.otto.model.GroupId;
import java.time.Instant;

/// Work that was put away before its worktree was cleared.
public record Salvaged(GroupId group, int number, CommitId commit, Instant at) {}
