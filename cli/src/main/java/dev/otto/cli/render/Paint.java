package dev.otto.cli.render;

/// How a piece of text looks where colours are welcome. It never carries meaning alone.
public enum Paint {
  PLAIN(""),
  BOLD("1"),
  DIM("2"),
  GOOD("32"),
  BAD("31"),
  NEEDED("33"),
  ACTIVE("36");

  private final String code;

  Paint(String code) {
    this.code = code;
  }

  public String on(String text, boolean color) {
    return !color || this == PLAIN || text.isEmpty()
        ? text
        : "\033[" + code + "m" + text + "\033[0m";
  }

  /// The look of a word that says how something stands or ended.
  static Paint of(String word) {
    return switch (word) {
      case "passed", "merged", "proven", "ok" -> GOOD;
      case "failed", "refuted", "blocked", "aborted", "cancelled", "broken" -> BAD;
      case "waiting", "partial", "paused", "pausing", "unproven", "warning" -> NEEDED;
      case "working", "building", "checking", "merging", "aborting" -> ACTIVE;
      default -> PLAIN;
    };
  }
}
