package dev.otto.cli.render;

import dev.otto.cli.shell.Plain;
import dev.otto.model.project.TrustView;
import java.util.ArrayList;
import java.util.List;

/// What a repository brings along that agents would obey, and whether they do.
public final class BaggageLines {
  private BaggageLines() {}

  /// Nothing if it brings nothing.
  public static List<Line> of(TrustView seen) {
    var baggage = seen.baggage();
    if (baggage.empty()) {
      return List.of();
    }
    var lines = new ArrayList<Line>();
    lines.add(
        Line.of("The repository brings along: ", Paint.BOLD)
            .and(
                seen.allowedBy()
                    .map(by -> "allowed by " + Plain.line(by))
                    .orElse("hidden from agents; `otto trust` can allow it")));
    var table = new Table();
    for (var piece : baggage.pieces()) {
      table.row(Table.Cell.of("  " + Plain.line(piece.path())), Table.Cell.dim(piece.object()));
    }
    lines.addAll(table.lines());
    if (baggage.count() > baggage.pieces().size()) {
      var more = EventWords.count(baggage.count() - baggage.pieces().size(), "more file");
      lines.add(Line.of("  … " + more, Paint.DIM));
    }
    return List.copyOf(lines);
  }
}
