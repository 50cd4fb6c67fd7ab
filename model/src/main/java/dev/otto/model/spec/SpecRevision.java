package dev.otto.model.spec;

import dev.otto.model.Digest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// One revision of a run's spec, as people see it in the list of all.
///
/// @param spec its digest, by which it is asked for and approved
/// @param by the person who wrote it; none = the spec agent
public record SpecRevision(int number, Digest spec, String title, Optional<String> by, Instant at) {
  public SpecRevision {
    by = by == null ? Optional.empty() : by;
  }

  /// All revisions of a run, the oldest first.
  public record Page(List<SpecRevision> revisions) {
    public Page {
      revisions = List.copyOf(revisions);
    }
  }
}
