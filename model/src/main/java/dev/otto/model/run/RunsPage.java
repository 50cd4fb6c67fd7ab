package dev.otto.model.run;

import dev.otto.model.RunId;
import java.util.List;
import java.util.Optional;

/// Some runs, newest first.
///
/// @param next the run before which the next page begins, if there is one
public record RunsPage(List<RunLine> runs, Optional<RunId> next) {
  public RunsPage {
    runs = List.copyOf(runs);
    next = next == null ? Optional.empty() : next;
  }
}
