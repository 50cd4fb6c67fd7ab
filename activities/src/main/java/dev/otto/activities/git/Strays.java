package dev.otto.activities.git;

import dev.otto.model.Digest;
import java.util.List;
import java.util.Optional;

/// Changes outside the group's paths.
///
/// @param patch them as a binary patch, unless there are none or it would be too large to keep:
///   then only the ref of all that was written has them
public record Strays(List<String> paths, Optional<Digest> patch) {
  static final Strays NONE = new Strays(List.of(), Optional.empty());

  public Strays {
    paths = List.copyOf(paths);
  }
}
