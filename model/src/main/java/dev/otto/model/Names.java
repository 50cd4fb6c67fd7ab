package dev.otto.model;

import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The one rule for names that people and agents invent: they become parts of refs, folders and
/// URLs.
public final class Names {
  /// Lower-case letters, digits and dashes, beginning with a letter, at most 40 characters.
  public static final Pattern RULE = Pattern.compile("[a-z][a-z0-9-]{0,39}");

  private Names() {}

  static String required(String what, String value) {
    if (!RULE.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "%s is not a %s: use a-z, 0-9 and dashes, begin with a letter, at most 40 characters"
              .formatted(quoted(value), what));
    }
    return value;
  }

  /// A foreign value as a sentence shows it: in quotes, on one line, at most 60 characters of it.
  public static String quoted(String value) {
    var shown = value.length() <= 60 ? value : value.substring(0, 60) + "…";
    return shown
        .codePoints()
        .mapToObj(sign -> invisible(sign) ? "\\u%04x".formatted(sign) : Character.toString(sign))
        .collect(Collectors.joining("", "'", "'"));
  }

  private static boolean invisible(int sign) {
    return switch (Character.getType(sign)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> false;
    };
  }
}
