package dev.otto.model.path;

/// One sign of a name in a glob.
sealed interface GlobSign extends Meeting.Element<GlobSign> {
  /// A character that means itself.
  record Exactly(int codePoint) implements GlobSign {}

  /// `?`: one character.
  record AnyOne() implements GlobSign {}

  /// `*`: any number of characters.
  record AnyMany() implements GlobSign {}

  static GlobSign of(int codePoint) {
    return switch (codePoint) {
      case '*' -> new AnyMany();
      case '?' -> new AnyOne();
      default -> new Exactly(codePoint);
    };
  }

  @Override
  default boolean many() {
    return this instanceof AnyMany;
  }

  @Override
  default boolean meets(GlobSign other) {
    return !(this instanceof Exactly) || !(other instanceof Exactly) || equals(other);
  }
}
