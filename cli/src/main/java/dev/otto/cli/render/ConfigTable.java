package dev.otto.cli.render;

import dev.otto.cli.shell.Plain;
import dev.otto.model.settings.file.InForce.Held;
import java.util.List;

/// The keys of the settings, one line each: its value, and where it was said.
public final class ConfigTable {
  private ConfigTable() {}

  public static List<Line> of(List<Held> keys) {
    var table = new Table();
    for (var held : keys) {
      table.row(
          Table.Cell.of(Plain.line(held.name())),
          Table.Cell.of(Plain.line(held.value())),
          Table.Cell.dim(Plain.line(source(held))));
    }
    return table.lines();
  }

  private static String source(Held held) {
    var other = held.said().filter(said -> !said.equals(held.name()));
    return switch (held.source()) {
      case ENVIRONMENT -> held.said().orElse("");
      case PROJECT -> "otto.yaml" + other.map(": "::concat).orElse("");
      case USER -> "config.yaml" + other.map(": "::concat).orElse("");
      case BUILT_IN -> "";
    };
  }
}
