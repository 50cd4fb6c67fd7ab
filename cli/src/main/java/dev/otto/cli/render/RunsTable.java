package dev.otto.cli.render;

import dev.otto.cli.shell.Plain;
import dev.otto.model.audit.Verdict;
import dev.otto.model.run.RunLine;
import java.time.Instant;
import java.util.List;

/// Runs as a list, one line each.
public final class RunsTable {
  private RunsTable() {}

  public static List<Line> of(List<RunLine> runs, Instant now) {
    var table = new Table();
    for (var run : runs) {
      table.row(
          Table.Cell.of(run.run().value()),
          Table.Cell.word(standing(run)),
          Table.Cell.dim(Span.ago(run.changedAt(), now)),
          Table.Cell.of(folder(run.repository())),
          Table.Cell.of(Plain.line(run.title()) + fork(run)));
    }
    return table.lines();
  }

  private static String fork(RunLine run) {
    return run.forkedFrom().map(origin -> " (fork of %s)".formatted(origin)).orElse("");
  }

  /// How it ended, or how it stands.
  static String standing(RunLine run) {
    return run.verdict().map(Verdict::word).orElseGet(run::state);
  }

  static String folder(String repository) {
    return Plain.line(repository.substring(repository.lastIndexOf('/') + 1));
  }
}
