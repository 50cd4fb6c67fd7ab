package dev.otto.cli.render;

import dev.otto.cli.shell.Plain;
import dev.otto.model.run.RunView;
import java.util.ArrayList;
import java.util.List;

/// The last lines of a run that builds nothing yet: its spec is there, and what to do with it.
public final class SpecReady {
  private SpecReady() {}

  public static List<Line> lines(RunView run) {
    var lines = new ArrayList<Line>();
    lines.add(
        Line.of("spec ready", Paint.GOOD)
            .and(": %s (%s)".formatted(Plain.line(run.title()), groups(run))));
    var table = new Table();
    row(table, "look at it", "otto show " + run.run());
    row(table, "change it", "otto edit " + run.run());
    row(table, "build it", "otto run --resume %s --auto-approve".formatted(run.run()));
    row(table, "leave it", "otto reject " + run.run());
    lines.addAll(table.lines());
    return List.copyOf(lines);
  }

  private static String groups(RunView run) {
    return run.groups().size() == 1 ? "1 group" : run.groups().size() + " groups";
  }

  private static void row(Table table, String name, String value) {
    table.row(Table.Cell.dim("  " + name), Table.Cell.of(value));
  }
}
