package dev.otto.model.path;

import java.util.List;

/// One segment of a glob.
sealed interface GlobSegment extends Meeting.Element<GlobSegment> {
  /// `**`: zero or more segments.
  record AnyDepth() implements GlobSegment {}

  /// A name, perhaps with `*` and `?` in it.
  record Name(List<GlobSign> signs) implements GlobSegment {
    static Name of(String text) {
      return new Name(text.codePoints().mapToObj(GlobSign::of).toList());
    }

    static Name literal(String text) {
      return new Name(text.codePoints().<GlobSign>mapToObj(GlobSign.Exactly::new).toList());
    }
  }

  @Override
  default boolean many() {
    return this instanceof AnyDepth;
  }

  @Override
  default boolean meets(GlobSegment other) {
    return !(this instanceof Name(var mine))
        || !(other instanceof Name(var theirs))
        || Meeting.of(mine, theirs);
  }
}
