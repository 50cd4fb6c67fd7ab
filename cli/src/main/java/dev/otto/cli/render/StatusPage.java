package dev.otto.cli.render;

import dev.otto.cli.shell.Plain;
import dev.otto.model.run.RunLine;
import dev.otto.model.run.RunView;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// What needs the user, what runs, and what has finished, at one glance.
///
/// @param needed runs that wait for the user, whole
/// @param running runs that go on by themselves
/// @param finished the newest runs that have ended
/// @param seen when the user looked last; what ended since is new
public record StatusPage(
    List<RunView> needed, List<RunLine> running, List<RunLine> finished, Instant seen) {
  public StatusPage {
    needed = List.copyOf(needed);
    running = List.copyOf(running);
    finished = List.copyOf(finished);
  }

  public List<Line> lines(Instant now) {
    var lines = new ArrayList<Line>();
    if (needed.isEmpty() && running.isEmpty() && finished.isEmpty()) {
      return List.of(
          Line.of(
              "No runs yet. Try `otto demo`, or `otto run \"what you want\"` in a repository."));
    }
    needed.forEach(run -> lines.addAll(needed(run)));
    section("Running", running, lines, now);
    section("New: finished since you last looked", since(true), lines, now);
    section("Finished", since(false), lines, now);
    return List.copyOf(lines);
  }

  private static List<Line> needed(RunView run) {
    var why = run.why().map(Plain::line).orElse("");
    return List.of(
        Line.of("Needs you  ", Paint.NEEDED)
            .and(run.run().value())
            .and("  " + Plain.line(run.title()), Paint.BOLD),
        Line.of("  " + run.state() + ": " + why + "  ", Paint.DIM).and(advice(run)));
  }

  private static String advice(RunView run) {
    return run.state().equals("waiting")
        ? "otto approve %s".formatted(run.run())
        : "otto resume %s".formatted(run.run());
  }

  private static void section(String title, List<RunLine> runs, List<Line> lines, Instant now) {
    if (runs.isEmpty()) {
      return;
    }
    lines.add(Line.of(title, Paint.BOLD));
    RunsTable.of(runs, now).forEach(line -> lines.add(Line.of("  ").with(line)));
  }

  private List<RunLine> since(boolean isNew) {
    return finished.stream().filter(run -> run.changedAt().isAfter(seen) == isNew).toList();
  }
}
