package dev.otto.cli.shell;

/// Text of others made harmless: nothing that agents, repositories or people wrote may steer the
/// terminal.
public final class Plain {
  private Plain() {}

  /// The text on one line.
  public static String line(String text) {
    return cleaned(text.strip(), false);
  }

  /// The text with its lines and tabs.
  public static String text(String text) {
    return cleaned(text, true);
  }

  private static String cleaned(String text, boolean lines) {
    if (text.codePoints().noneMatch(Plain::steers)) {
      return text;
    }
    var clean = new StringBuilder(text.length());
    text.codePoints().forEach(point -> clean.appendCodePoint(harmless(point, lines)));
    return clean.toString();
  }

  private static int harmless(int point, boolean lines) {
    if (!steers(point) || (lines && (point == '\n' || point == '\t'))) {
      return point;
    }
    return Character.isWhitespace(point) ? ' ' : '\uFFFD';
  }

  /// Control characters, and the marks that turn the direction of text around.
  private static boolean steers(int point) {
    return Character.isISOControl(point)
        || (point >= 0x202A && point <= 0x202E)
        || (point >= 0x2066 && point <= 0x2069);
  }
}
