package dev.otto.cli.render;

import java.util.ArrayList;
import java.util.List;

/// One line of text in pieces, each with its look; it is cut to a width before it is painted.
public record Line(List<Piece> pieces) {
  public static final Line EMPTY = new Line(List.of());

  public Line {
    pieces = List.copyOf(pieces);
  }

  record Piece(String text, Paint paint) {}

  public static Line of(String text) {
    return EMPTY.and(text);
  }

  public static Line of(String text, Paint paint) {
    return EMPTY.and(text, paint);
  }

  public Line and(String text) {
    return and(text, Paint.PLAIN);
  }

  public Line and(String text, Paint paint) {
    var more = new ArrayList<>(pieces);
    more.add(new Piece(text, paint));
    return new Line(more);
  }

  /// The line with another one behind it.
  Line with(Line other) {
    var more = new ArrayList<>(pieces);
    more.addAll(other.pieces);
    return new Line(more);
  }

  /// The line with this at the right end of the columns, if there is room for it.
  Line right(String text, Paint paint, int columns) {
    var free = columns - width() - Width.of(text);
    return free < 2 ? this : and(" ".repeat(free)).and(text, paint);
  }

  /// How many columns it takes, uncut.
  public int width() {
    return pieces.stream().mapToInt(piece -> Width.of(piece.text)).sum();
  }

  /// All of it.
  public String text(boolean color) {
    return text(Integer.MAX_VALUE, color);
  }

  /// As much of it as fits.
  public String text(int columns, boolean color) {
    var text = new StringBuilder();
    var free = columns;
    for (var piece : pieces) {
      var whole = Width.of(piece.text) <= free;
      text.append(piece.paint.on(Width.fitted(piece.text, free), color));
      free -= Width.of(piece.text);
      if (!whole) {
        break;
      }
    }
    return text.toString();
  }
}
