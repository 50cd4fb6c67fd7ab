package dev.otto.cli.render;

import java.util.ArrayList;
import java.util.List;

/// Rows of cells in columns as wide as their content; the last one gets what is left.
final class Table {
  private static final int GAP = 2;

  private final List<List<Cell>> rows = new ArrayList<>();

  record Cell(String text, Paint paint) {
    static Cell of(String text) {
      return new Cell(text, Paint.PLAIN);
    }

    static Cell dim(String text) {
      return new Cell(text, Paint.DIM);
    }

    /// A word that says how something stands.
    static Cell word(String word) {
      return new Cell(word, Paint.of(word));
    }
  }

  Table row(Cell... cells) {
    rows.add(List.of(cells));
    return this;
  }

  List<Line> lines() {
    var widths = widths();
    return rows.stream().map(row -> line(row, widths)).toList();
  }

  private int[] widths() {
    var widths = new int[rows.stream().mapToInt(List::size).max().orElse(0)];
    for (var row : rows) {
      for (var column = 0; column < row.size(); column++) {
        widths[column] = Math.max(widths[column], Width.of(row.get(column).text));
      }
    }
    return widths;
  }

  private static Line line(List<Cell> row, int[] widths) {
    var line = Line.EMPTY;
    for (var column = 0; column < row.size(); column++) {
      var cell = row.get(column);
      var last = column == row.size() - 1;
      var text = last ? cell.text : Width.padded(cell.text, widths[column] + GAP);
      line = line.and(text, cell.paint);
    }
    return line;
  }
}
