package dev.otto.api.run;

import dev.otto.api.part.Store;
import dev.otto.model.Contents;
import dev.otto.model.ProjectId;
import dev.otto.model.RunId;
import dev.otto.model.audit.Verdict;
import dev.otto.model.budget.DayLedger;
import dev.otto.model.budget.Spending;
import dev.otto.model.run.Phase;
import dev.otto.model.run.Run;
import dev.otto.model.run.RunLine;
import dev.otto.model.run.RunRefusal;
import dev.otto.model.run.RunView;
import dev.otto.model.run.RunsPage;
import dev.otto.store.call.DaySpendings;
import dev.otto.store.landing.Landings;
import dev.otto.store.project.Projects;
import dev.otto.store.run.Runs;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Runs as people see them, read from the store.
public record RunViews(Store store, Contents contents) {
  /// The run as it is stored now, whole.
  public RunView of(RunId run) {
    return store.together(handle -> of(run, handle));
  }

  /// The run's state as it is stored now.
  public Run state(RunId run) {
    return store
        .ask(Runs.class, runs -> runs.named(run.value()))
        .orElseThrow(() -> none(run))
        .state();
  }

  /// The branch on which the run has landed, if it has.
  public Optional<String> landedOn(RunId run) {
    return store
        .ask(Landings.class, landings -> landings.ofRun(run.value()))
        .map(Landings.Row::branch);
  }

  /// Runs, newest first, before this one if it is named.
  RunsPage newestFirst(Optional<String> project, Optional<String> before, int limit) {
    var lines =
        store.ask(
            Runs.class,
            runs -> runs.newestFirst(before.orElse(null), project.orElse(null), limit + 1));
    var page = lines.stream().limit(limit).map(RunViews::line).toList();
    return new RunsPage(
        page, lines.size() > limit ? Optional.of(page.getLast().run()) : Optional.empty());
  }

  private RunView of(RunId id, Handle handle) {
    var row = handle.attach(Runs.class).named(id.value()).orElseThrow(() -> none(id));
    var project = handle.attach(Projects.class).named(row.project()).orElseThrow();
    var landing = handle.attach(Landings.class).ofRun(id.value());
    var run = row.state();
    return RunView.of(
        run,
        new RunView.Frame(
            project.path(),
            contents.text(run.intent()),
            today(run, handle),
            run.proof().map(_ -> sessionFolder(project.path(), id)),
            landing.map(Landings.Row::branch),
            row.createdAt(),
            row.changedAt()));
  }

  /// What all runs of its project have used today, where that is limited.
  private static Optional<String> today(Run run, Handle handle) {
    var limits = run.settings().budget().projectPerDay();
    if (!limits.any()) {
      return Optional.empty();
    }
    var since = DayLedger.begin(Instant.now(), ZoneId.systemDefault());
    var sum = handle.attach(DaySpendings.class).spent(run.project().value(), since);
    return new DayLedger(limits, sum.spending(), Spending.NONE).words();
  }

  private static String sessionFolder(String repository, RunId run) {
    return "%s/otto_logs/sessions/%s/".formatted(repository, run);
  }

  private static RunLine line(Runs.Line row) {
    return new RunLine(
        new RunId(row.id()),
        new ProjectId(row.project()),
        row.path(),
        row.title(),
        row.word(),
        Phase.valueOf(row.phase().toUpperCase(Locale.ROOT)),
        Optional.ofNullable(row.verdict())
            .map(word -> Verdict.valueOf(word.toUpperCase(Locale.ROOT))),
        row.createdAt(),
        row.changedAt(),
        Optional.ofNullable(row.forkedFrom()).map(RunId::new));
  }

  private static RuntimeException none(RunId run) {
    return new RunRefusal.NoSuchRun(run.value()).refused();
  }
}
