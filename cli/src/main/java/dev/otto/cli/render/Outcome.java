package dev.otto.cli.render;

import dev.otto.cli.shell.Plain;
import dev.otto.model.audit.AuditEvent;
import dev.otto.model.audit.Verdict;
import dev.otto.model.run.RunView;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The last lines of an ended run: the verdict, where its proof is, how to start what was made, how
/// to land it.
///
/// @param start the command that starts the product, in the product's folder
public record Outcome(RunView run, Optional<List<String>> start) {
  public List<Line> lines() {
    var lines = new ArrayList<Line>();
    lines.add(verdict());
    var table = new Table();
    run.proof().ifPresent(proof -> row(table, "proof", ProofFiles.page(proof)));
    run.commit().ifPresent(commit -> row(table, "product", "branch otto/" + run.run()));
    if (run.commit().isPresent()) {
      start.ifPresent(argv -> row(table, "start it", tryIt(argv)));
      row(table, "land it", "otto land " + run.run());
    }
    row(table, "details", "otto show " + run.run());
    lines.addAll(table.lines());
    return List.copyOf(lines);
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

  /// The product is started from a worktree of its branch, beside the user's checkout.
  private String tryIt(List<String> argv) {
    var folder = "/tmp/otto-" + run.run();
    return "git -C %s worktree add -q --detach %s otto/%s && cd %s && PORT=8080 %s"
        .formatted(
            Words.quoted(run.repository()), folder, run.run(), folder, Plain.line(Words.of(argv)));
  }

  private static void row(Table table, String name, String value) {
    table.row(Table.Cell.dim("  " + name), Table.Cell.of(value));
  }
}
