package dev.otto.activities.git;

import dev.otto.model.CommitId;
import java.time.Instant;
import java.util.Optional;

/// One step forward of a user's branch.
///
/// @param tip where it was seen; nothing before the first commit
record LandingStep(Optional<CommitId> tip, CommitId commit, Instant at) {}
