package dev.otto.model;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/// The known word that was most likely meant by a misspelt one.
public final class Nearest {
  private static final int MOST_WRONG = 3;

  private Nearest() {}

  /// The word with the fewest letters to change, if they are few.
  public static Optional<String> to(String typed, Collection<String> known) {
    return known.stream()
        .filter(word -> changes(typed, word) <= Math.min(MOST_WRONG, typed.length() / 2))
        .min(Comparator.comparingInt(word -> changes(typed, word)));
  }

  private static int changes(String one, String other) {
    var row = new int[other.length() + 1];
    for (var column = 0; column < row.length; column++) {
      row[column] = column;
    }
    for (var line = 1; line <= one.length(); line++) {
      var diagonal = row[0];
      row[0] = line;
      for (var column = 1; column < row.length; column++) {
        var same = one.charAt(line - 1) == other.charAt(column - 1) ? 0 : 1;
        var next = Math.min(Math.min(row[column], row[column - 1]) + 1, diagonal + same);
        diagonal = row[column];
        row[column] = next;
      }
    }
    return row[other.length()];
  }
}
