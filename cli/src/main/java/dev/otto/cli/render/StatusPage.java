package dev.otto.cli.render;

import dev.otto.cli.shell.Plain;
import dev.otto.model.RunId;
import dev.otto.model.audit.AuditEvent;
import dev.otto.model.run.Action;
import dev.otto.model.run.RunLine;
import dev.otto.model.run.RunView;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What needs the user, what works, and what has finished, at one glance.
///
/// @param needed runs that wait for the user, whole
/// @param running runs that go on by themselves
/// @param finished the newest runs that have ended
/// @param whole those that are told of in more than a line
/// @param seen when the user looked last; what ended since is new
public record StatusPage(
    List<RunView> needed,
    List<RunLine> running,
    List<RunLine> finished,
    Map<RunId, RunView> whole,
    Instant seen) {
  private static final int MOST_NEEDED = 4;
  private static final String BELOW = "    ";

  public StatusPage {
    needed = List.copyOf(needed);
    running = List.copyOf(running);
    finished = List.copyOf(finished);
    whole = Map.copyOf(whole);
  }

  public List<Line> lines(Instant now) {
    if (needed.isEmpty() && running.isEmpty() && finished.isEmpty()) {
      return List.of(
          Line.of(
              "No runs yet. Try `otto demo`, or `otto run \"what you want\"` in a repository."));
    }
    var lines = new ArrayList<>(List.of(glance()));
    needed(lines);
    running(lines, now);
    finished("Finished since you last looked", since(true), lines, now);
    finished("Finished", since(false), lines, now);
    return List.copyOf(lines);
  }

  private Line glance() {
    var fresh = since(true).size();
    return need()
        .and(running.isEmpty() ? "" : " %s on.".formatted(runs(running.size(), "goes", "go")))
        .and(fresh == 0 ? "" : " %d finished since you last looked.".formatted(fresh));
  }

  private Line need() {
    return needed.isEmpty()
        ? Line.of("Nothing needs you.")
        : Line.of(runs(needed.size(), "needs", "need") + " you.", Paint.NEEDED);
  }

  private void needed(List<Line> lines) {
    if (needed.isEmpty()) {
      return;
    }
    heading("Needs you", lines);
    needed.stream().limit(MOST_NEEDED).forEach(run -> lines.addAll(needed(run)));
    if (needed.size() > MOST_NEEDED) {
      lines.add(
          Line.of("  … and %d more: otto runs".formatted(needed.size() - MOST_NEEDED), Paint.DIM));
    }
  }

  private static List<Line> needed(RunView run) {
    return List.of(
        Line.of("  " + run.run() + "  ")
            .and(run.state(), Paint.of(run.state()))
            .and("  " + Plain.line(run.title()), Paint.BOLD),
        Line.of(BELOW + run.why().map(Plain::line).orElse("nobody said why"), Paint.DIM),
        Line.of(BELOW + advice(run)));
  }

  private static String advice(RunView run) {
    return run.state().equals("waiting")
        ? "otto approve %s, otto edit or otto reject".formatted(run.run())
        : "otto resume %s, or otto abort".formatted(run.run());
  }

  private void running(List<Line> lines, Instant now) {
    if (running.isEmpty()) {
      return;
    }
    heading("Goes on", lines);
    var table = new Table();
    for (var run : running) {
      var at = whereItIs(run);
      table.row(
          Table.Cell.of("  " + run.run()),
          new Table.Cell(at, Paint.ACTIVE),
          Table.Cell.dim("began " + Span.ago(run.createdAt(), now)),
          Table.Cell.of(RunsTable.folder(run.repository())),
          Table.Cell.of(Plain.line(run.title())));
    }
    lines.addAll(table.lines());
  }

  private String whereItIs(RunLine run) {
    if (run.state().equals("working")) {
      return run.phase().word();
    }
    return Optional.ofNullable(whole.get(run.run()))
        .filter(view -> view.until().isPresent())
        .map(Moment::why)
        .orElse(run.state());
  }

  private void finished(String title, List<RunLine> runs, List<Line> lines, Instant now) {
    if (runs.isEmpty()) {
      return;
    }
    heading(title, lines);
    var table = RunsTable.of(runs, now);
    for (var row = 0; row < runs.size(); row++) {
      lines.add(Line.of("  ").with(table.get(row)));
      Optional.ofNullable(whole.get(runs.get(row).run()))
          .flatMap(StatusPage::cameTo)
          .ifPresent(words -> lines.add(Line.of(BELOW + words, Paint.DIM)));
    }
  }

  /// What an ended run came to: what is proven, and what can be done with it.
  private static Optional<String> cameTo(RunView run) {
    var values = run.clauses().stream().map(AuditEvent.ClauseValue::value).toList();
    var proven = values.isEmpty() ? "" : EventWords.tally(values);
    var landed =
        run.landedOn()
            .map(branch -> "landed on " + Plain.line(branch))
            .or(() -> mayLand(run) ? Optional.of("otto land " + run.run()) : Optional.empty());
    var words = landed.map(land -> proven.isEmpty() ? land : proven + "; " + land).orElse(proven);
    return words.isEmpty() ? Optional.empty() : Optional.of(words);
  }

  private static boolean mayLand(RunView run) {
    return run.actions().stream().filter(Action::enabled).anyMatch(it -> it.id().equals("land"));
  }

  private static void heading(String title, List<Line> lines) {
    lines.add(Line.EMPTY);
    lines.add(Line.of(title, Paint.BOLD));
  }

  private static String runs(int number, String one, String many) {
    return number == 1 ? "1 run " + one : "%d runs %s".formatted(number, many);
  }

  private List<RunLine> since(boolean isNew) {
    return finished.stream().filter(run -> run.changedAt().isAfter(seen) == isNew).toList();
  }
}
