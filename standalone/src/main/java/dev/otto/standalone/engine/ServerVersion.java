package dev.otto.standalone.engine;

import java.util.Optional;
import java.util.regex.Pattern;

/// The version of a Temporal server. The known holes (CVE-2026-5724, CVE-2026-5199, CVE-2025-14986)
/// are closed in a few patch releases and in everything after.
public record ServerVersion(int major, int minor, int patch) {
  /// The releases in which they are closed, for people.
  public static final String FIXED = "1.28.4, 1.29.6, 1.30.4, 1.31 and later";

  private static final Pattern NUMBERS = Pattern.compile("(\\d+)\\.(\\d+)\\.(\\d+)");

  /// The first version in a text.
  public static Optional<ServerVersion> in(String text) {
    return NUMBERS
        .matcher(text)
        .results()
        .findFirst()
        .map(found ->
            new ServerVersion(
                number(found.group(1)), number(found.group(2)), number(found.group(3))));
  }

  /// Whether the known holes are closed in it.
  public boolean fixed() {
    if (major != 1) {
      return major > 1;
    }
    return switch (minor) {
      case 28 -> patch >= 4;
      case 29 -> patch >= 6;
      case 30 -> patch >= 4;
      default -> minor > 30;
    };
  }

  /// Whether only patches lie between it and the other one: they keep the same tables.
  boolean sameRelease(ServerVersion other) {
    return major == other.major && minor == other.minor;
  }

  private static int number(String digits) {
    return Integer.parseInt(digits);
  }

  @Override
  public String toString() {
    return "%d.%d.%d".formatted(major, minor, patch);
  }
}
