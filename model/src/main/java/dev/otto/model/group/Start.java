package dev.otto.model.group;

import dev.otto.model.CommitId;

/// What an attempt starts from: the run's branch as it is judged on, and the content of the
/// worktree.
public record Start(CommitId base, CommitId from) {}
