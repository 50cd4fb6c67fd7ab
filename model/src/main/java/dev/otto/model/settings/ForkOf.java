package dev.otto.model.settings;

import static java.util.Objects.requireNonNull;

import dev.otto.model.CommitId;
import dev.otto.model.RunId;

/// What a run was forked from: another run of the same project, and the base that both build on.
public record ForkOf(RunId run, CommitId base) {
  public ForkOf {
    requireNonNull(run);
    requireNonNull(base);
  }
}
