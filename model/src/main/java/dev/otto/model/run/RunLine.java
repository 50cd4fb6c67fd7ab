package dev.otto.model.run;

import dev.otto.model.ProjectId;
import dev.otto.model.RunId;
import dev.otto.model.audit.Verdict;
import java.time.Instant;
import java.util.Optional;

/// A run as one line of a list.
public record RunLine(
    RunId run,
    ProjectId project,
    String repository,
    String title,
    String state,
    Phase phase,
    Optional<Verdict> verdict,
    Instant createdAt,
    Instant changedAt) {}
