package dev.otto.activities.git;

import dev.otto.model.CommitId;
import java.util.Optional;

/// The audited commit is in the user's branch.
///
/// @param before where the branch stood; nothing if it had no commit yet
/// @param already whether it was there before this was asked
public record Landed(CommitId commit, String branch, Optional<CommitId> before, boolean already) {}
