package dev.otto.model.run;

import dev.otto.model.ProjectId;
import dev.otto.model.RunId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// One thing that happened, as lists and the live stream tell it.
///
/// @param id its place among everything that happened anywhere
/// @param seq its place within its run
/// @param type the event as one word, such as `group.merged`
public record RunNews(
    long id, Instant ts, ProjectId project, RunId run, long seq, String type, RunEvent data) {
  /// Some of what happened to a run, in order.
  ///
  /// @param next the seq with which the next page begins, if there is more
  public record Page(List<RunNews> events, Optional<Long> next) {
    public Page {
      events = List.copyOf(events);
      next = next == null ? Optional.empty() : next;
    }
  }
}
