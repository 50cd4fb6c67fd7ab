package dev.otto.activities.git;

import dev.otto.model.CommitId;
import dev.otto.model.TreeId;

/// What a run starts from.
///
/// @param empty whether the user's repository had no commit, so that Otto made an empty one
public record Base(CommitId commit, TreeId tree, boolean empty) {}
