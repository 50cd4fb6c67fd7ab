package dev.otto.cli.render;

import dev.otto.cli.shell.Plain;
import dev.otto.model.group.SalvageView;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// What was salvaged, one line each, and what can be done with it.
public final class SalvageTable {
  private SalvageTable() {}

  public static List<Line> of(SalvageView.Page page, Instant now) {
    var table = new Table();
    for (var one : page.salvaged()) {
      table.row(
          Table.Cell.of(one.name()),
          Table.Cell.of(one.files() == 1 ? "1 file" : one.files() + " files"),
          Table.Cell.dim(Span.ago(one.at(), now)),
          Table.Cell.of(Plain.line(one.repository())));
    }
    var lines = new ArrayList<>(table.lines());
    page.folders().forEach(folder -> lines.add(Line.of("folder  " + Plain.line(folder))));
    if (!page.salvaged().isEmpty()) {
      lines.add(
          Line.of(
              "otto recover " + page.salvaged().getFirst().name() + " brings one back as a branch.",
              Paint.DIM));
    }
    return lines;
  }
}
