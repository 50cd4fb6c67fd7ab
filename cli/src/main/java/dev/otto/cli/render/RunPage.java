package dev.otto.cli.render;

import dev.otto.cli.shell.Plain;
import dev.otto.model.CommitId;
import dev.otto.model.audit.AuditEvent;
import dev.otto.model.call.Usage;
import dev.otto.model.run.Action;
import dev.otto.model.run.RunView;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Everything about one run that fits on a page.
public final class RunPage {
  private static final int LONGEST_INTENT = 6;

  private RunPage() {}

  public static List<Line> of(RunView run, Instant now) {
    var lines = new ArrayList<Line>();
    lines.add(Line.of(Plain.line(run.title()), Paint.BOLD));
    lines.addAll(facts(run, now));
    lines.add(Phases.of(run, false));
    intent(run, lines);
    groups(run, lines);
    clauses(run, lines);
    actions(run, lines);
    return List.copyOf(lines);
  }

  private static List<Line> facts(RunView run, Instant now) {
    var table = new Table();
    var standing = run.verdict().map(verdict -> verdict.word()).orElse(run.state());
    fact(table, "run", run.run().value());
    table.row(
        Table.Cell.dim("state"),
        new Table.Cell(
            standing + run.why().map(_ -> ", " + Moment.why(run)).orElse(""), Paint.of(standing)));
    run.forkedFrom().ifPresent(origin -> fact(table, "forked from", origin.value()));
    fact(table, "repository", Plain.line(run.repository()));
    run.base().ifPresent(base -> fact(table, "base", base.hex()));
    run.commit().ifPresent(commit -> fact(table, "commit", audited(run, commit)));
    run.spec().ifPresent(spec -> fact(table, "spec", spec.hex()));
    run.proof().ifPresent(proof -> fact(table, "proof", ProofFiles.page(proof)));
    fact(table, "started", Span.ago(run.createdAt(), now));
    fact(table, "worked", Span.watch(Duration.ofMillis(run.workedMillis())));
    fact(table, "agents", Plain.line(run.agents().words()));
    fact(table, "used", usage(run.usage()));
    run.budget().ifPresent(budget -> fact(table, "budget", budget));
    if (run.unheard() > 0) {
      var messages = EventWords.count(run.unheard(), "message");
      fact(table, "said", messages + " that no agent has been called with yet");
    }
    return table.lines();
  }

  private static void fact(Table table, String name, String value) {
    table.row(Table.Cell.dim(name), Table.Cell.of(value));
  }

  private static String audited(RunView run, CommitId commit) {
    return commit.hex() + run.landedOn().map(branch -> ", landed on " + branch).orElse("");
  }

  /// Money that nobody told is unknown, never 0.
  private static String usage(Usage usage) {
    return "%s, %,d tokens in (%,d cached), %,d out, %s"
        .formatted(
            EventWords.count(usage.calls(), "call"),
            usage.inputTokens(),
            usage.cachedTokens(),
            usage.outputTokens(),
            usage
                .usd()
                .map(usd -> usd.toPlainString() + " USD" + usage.reckoned())
                .orElse("cost unknown"));
  }

  private static void intent(RunView run, List<Line> lines) {
    var intent = Plain.text(run.intent()).strip().lines().toList();
    heading("Intent", lines);
    intent.stream().limit(LONGEST_INTENT).forEach(line -> lines.add(Line.of("  " + line)));
    if (intent.size() > LONGEST_INTENT) {
      var more = EventWords.count(intent.size() - LONGEST_INTENT, "more line");
      lines.add(Line.of("  … " + more, Paint.DIM));
    }
  }

  private static void groups(RunView run, List<Line> lines) {
    if (run.groups().isEmpty()) {
      return;
    }
    heading("Groups", lines);
    var table = new Table();
    for (var group : run.groups()) {
      table.row(
          Table.Cell.of("  " + group.group()),
          Table.Cell.word(group.state()),
          Table.Cell.dim(EventWords.count(group.attempts(), "attempt")),
          Table.Cell.of(
              group
                  .why()
                  .map(Plain::line)
                  .or(() -> group.merged().map(EventWords::brief))
                  .orElse("")));
    }
    lines.addAll(table.lines());
  }

  private static void clauses(RunView run, List<Line> lines) {
    if (run.clauses().isEmpty()) {
      return;
    }
    var values = run.clauses().stream().map(AuditEvent.ClauseValue::value).toList();
    heading("Clauses: " + EventWords.tally(values), lines);
    var table = new Table();
    for (var clause : run.clauses()) {
      table.row(Table.Cell.of("  " + clause.clause()), Table.Cell.word(clause.value().word()));
    }
    lines.addAll(table.lines());
  }

  private static void actions(RunView run, List<Line> lines) {
    var enabled =
        run.actions().stream()
            .filter(Action::enabled)
            .filter(action -> action.group().isEmpty())
            .map(Action::id)
            .collect(Collectors.joining(", "));
    if (!enabled.isEmpty()) {
      lines.add(Line.EMPTY);
      lines.add(Line.of("You may: ", Paint.BOLD).and(enabled));
    }
  }

  private static void heading(String title, List<Line> lines) {
    lines.add(Line.EMPTY);
    lines.add(Line.of(title, Paint.BOLD));
  }
}
