package dev.otto.model.path;

import java.util.List;

/// What may be written as a glob, and the one sentence that says why something may not.
final class GlobSyntax {
  private GlobSyntax() {}

  /// The patterns without braces that together mean the same.
  static List<GlobPath> alternatives(String pattern) {
    check(!pattern.isBlank(), pattern, "it is empty");
    check(pattern.indexOf('\\') < 0, pattern, "folders are divided by /, not by a backslash");
    check(
        pattern.chars().noneMatch(Character::isISOControl), pattern, "it has a control character");
    return GlobBraces.expanded(pattern).stream().map(plain -> path(pattern, plain)).toList();
  }

  static IllegalArgumentException refused(String pattern, String why) {
    return new IllegalArgumentException("'%s' is not a path pattern: %s".formatted(pattern, why));
  }

  private static GlobPath path(String pattern, String plain) {
    check(!plain.startsWith("/"), pattern, "it must be relative, without a leading /");
    return new GlobPath(
        List.of(plain.split("/", -1)).stream().map(name -> segment(pattern, name)).toList());
  }

  private static GlobSegment segment(String pattern, String name) {
    check(!name.isEmpty(), pattern, "it has an empty segment");
    check(!name.equals(".") && !name.equals(".."), pattern, "it must not contain . or ..");
    if (name.equals("**")) {
      return new GlobSegment.AnyDepth();
    }
    check(!name.contains("**"), pattern, "** must be a segment of its own");
    return GlobSegment.Name.of(name);
  }

  private static void check(boolean holds, String pattern, String why) {
    if (!holds) {
      throw refused(pattern, why);
    }
  }
}
