package dev.otto.cli.render;

import dev.otto.cli.shell.Plain;
import dev.otto.model.host.HostFacts.Fact;
import dev.otto.model.host.HostFacts.Health;
import java.util.List;
import java.util.Locale;

/// What the doctor found, one line each, with what to do about it.
public final class FactsTable {
  private FactsTable() {}

  public static List<Line> of(List<Fact> facts) {
    var table = new Table();
    for (var fact : facts) {
      var fix = fact.health() == Health.OK || fact.fix().isEmpty() ? "" : "  -> " + fact.fix();
      table.row(
          Table.Cell.word(fact.health().name().toLowerCase(Locale.ROOT)),
          Table.Cell.of(fact.name()),
          Table.Cell.of(Plain.line(fact.sentence() + fix)));
    }
    return table.lines();
  }
}
