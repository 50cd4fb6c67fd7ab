package dev.otto.model.run;

import dev.otto.model.ProjectId;
import dev.otto.model.RunId;
import dev.otto.model.audit.Verdict;
import java.time.Instant;
import java.util.Optional;

/// A run as one line of a list.
///
/// @param forkedFrom the run from whose facts it began, if it did
public record RunLine(
    RunId run,
    ProjectId project,
    String repository,
    String title,
    String state,
    Phase phase,
    Optional<Verdict> verdict,
    Instant createdAt,
    Instant changedAt,
    Optional<RunId> forkedFrom) {
  public RunLine {
    forkedFrom = forkedFrom == null ? Optional.empty() : forkedFrom;
  }

  /// The line of a run that was not forked.
  public RunLine(
      RunId run,
      ProjectId project,
      String repository,
      String title,
      String state,
      Phase phase,
      Optional<Verdict> verdict,
      Instant createdAt,
      Instant changedAt) {
    this(
        run,
        project,
        repository,
        title,
        state,
        phase,
        verdict,
        createdAt,
        changedAt,
        Optional.empty());
  }
}
