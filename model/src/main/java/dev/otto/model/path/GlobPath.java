package dev.otto.model.path;

import java.util.List;

/// A glob without braces: its segments in order.
record GlobPath(List<GlobSegment> segments) {
  static GlobPath literal(String path) {
    return new GlobPath(
        List.of(path.split("/", -1)).stream().<GlobSegment>map(GlobSegment.Name::literal).toList());
  }

  /// Whether some path is meant by both.
  boolean meets(GlobPath other) {
    return Meeting.of(segments, other.segments);
  }
}
