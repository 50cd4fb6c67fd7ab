package dev.otto.cli.render;

import dev.otto.cli.shell.Plain;
import dev.otto.model.CommitId;
import dev.otto.model.audit.AuditEvent;
import dev.otto.model.audit.Verdict;
import dev.otto.model.run.RunView;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// The last lines of an ended run: the verdict, where its proof is, how to start what was made, how
/// to land it.
///
/// @param startable whether its spec says how the product is started
public record Outcome(RunView run, boolean startable) {
  public List<Line> lines() {
    var lines = new ArrayList<Line>();
    lines.add(verdict());
    var table = new Table();
    run.proof().ifPresent(proof -> row(table, "proof", ProofFiles.page(proof)));
    run.commit().ifPresent(commit -> product(table, commit));
    row(table, "details", "otto show " + run.run());
    lines.addAll(table.lines());
    return List.copyOf(lines);
  }

  private void product(Table table, CommitId commit) {
    row(table, "product", "branch %s, commit %s".formatted(branch(), EventWords.brief(commit)));
    if (startable) {
      row(table, "try it", "otto try " + run.run());
    } else {
      row(table, "get it", ownClone());
    }
    run.landedOn()
        .ifPresentOrElse(
            branch -> row(table, "landed", "on " + Plain.line(branch)),
            () -> row(table, "land it", "otto land " + run.run()));
  }

  private Line verdict() {
    var word = run.verdict().map(Verdict::word).orElse(run.state());
    var values = run.clauses().stream().map(AuditEvent.ClauseValue::value).toList();
    var took = Span.watch(Duration.between(run.createdAt(), run.changedAt()));
    return Line.of(word, Paint.of(word))
        .and(
            run.why()
                .filter(why -> !why.equals(word))
                .map(why -> ": " + Plain.line(why))
                .orElse(""))
        .and(values.isEmpty() ? "" : " (" + EventWords.tally(values) + ")")
        .and(" after " + took);
  }

  /// The product is looked at in a clone of its commit, so that the user's checkout stays as it is.
  private String ownClone() {
    var folder = "/tmp/otto-" + run.run();
    return Plain.line(
        "git clone -q -b %s %s %s && cd %s"
            .formatted(branch(), Words.quoted(run.repository()), folder, folder));
  }

  private String branch() {
    return "otto/" + run.run();
  }

  private static void row(Table table, String name, String value) {
    table.row(Table.Cell.dim("  " + name), Table.Cell.of(value));
  }
}
