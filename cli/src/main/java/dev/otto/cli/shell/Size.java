package dev.otto.cli.shell;

import java.util.Map;

/// How much fits on a terminal.
public record Size(int columns, int rows) {
  /// What is assumed where nobody can tell.
  public static final Size USUAL = new Size(80, 24);

  /// Tells the size as it is now; a person may change it at any moment.
  @FunctionalInterface
  public interface Source {
    Size now();
  }

  /// The size of the terminal behind a stream of this process. `COLUMNS` and `LINES` overrule it.
  static Source of(int stream, Map<String, String> environment) {
    return () -> {
      var columns = number(environment, "COLUMNS");
      var rows = number(environment, "LINES");
      if (columns > 0 && rows > 0) {
        return new Size(columns, rows);
      }
      var measured = WindowSize.of(stream).orElse(USUAL);
      return new Size(columns > 0 ? columns : measured.columns, rows > 0 ? rows : measured.rows);
    };
  }

  private static int number(Map<String, String> environment, String name) {
    try {
      return Integer.parseInt(environment.getOrDefault(name, "0"));
    } catch (NumberFormatException none) {
      return 0;
    }
  }
}
