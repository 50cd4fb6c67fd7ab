package dev.otto.cli.run;

import dev.otto.cli.api.Api;
import dev.otto.cli.api.Runs;
import dev.otto.cli.render.Line;
import dev.otto.cli.render.Paint;
import dev.otto.cli.render.StatusPage;
import dev.otto.cli.shell.ExitCode;
import dev.otto.cli.shell.ReadingCommand;
import dev.otto.cli.shell.Shell;
import dev.otto.model.host.HostFacts.Fact;
import dev.otto.model.json.Json;
import dev.otto.model.run.RunLine;
import dev.otto.model.run.RunView;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// `otto status`, also `otto` alone: what needs me, what runs, what has finished since I looked.
public final class StatusCommand extends ReadingCommand {
  private static final int LOOKED_AT = 100;
  private static final int FINISHED = 5;
  private static final Set<String> STANDS_STILL = Set.of("waiting", "paused");

  private final Shell shell;

  public StatusCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public int run() {
    var api = new Api(shell);
    var trouble = api.server().view().trouble();
    if (!json()) {
      trouble.forEach(this::tell);
    }
    var runs = new Runs(api);
    var newest = runs.newest(LOOKED_AT, Optional.empty());
    var needed = newest.stream().filter(run -> STANDS_STILL.contains(run.state())).toList();
    var running = newest.stream().filter(StatusCommand::goesOn).toList();
    var finished =
        newest.stream().filter(run -> run.verdict().isPresent()).limit(FINISHED).toList();
    if (json()) {
      print(needed, running, finished, trouble);
      return ExitCode.DONE;
    }
    var seen = new LastLook(shell.home());
    var told =
        Stream.concat(
                told(finished, seen.at()).stream(),
                running.stream().filter(run -> run.state().equals("limited")))
            .toList();
    print(
        new StatusPage(
            needed.stream().map(run -> whole(runs, run)).toList(),
            running,
            finished,
            told.stream().collect(Collectors.toMap(RunLine::run, run -> whole(runs, run))),
            seen.at()));
    seen.now(Instant.now());
    return ExitCode.DONE;
  }

  /// Those that are new, and the newest in any case.
  private static List<RunLine> told(List<RunLine> finished, Instant seen) {
    return finished.stream()
        .filter(run -> run.equals(finished.getFirst()) || run.changedAt().isAfter(seen))
        .toList();
  }

  private static RunView whole(Runs runs, RunLine run) {
    return runs.named(run.run().value());
  }

  private static boolean goesOn(RunLine run) {
    return run.verdict().isEmpty() && !STANDS_STILL.contains(run.state());
  }

  /// What is away is told first: the runs may have to be waited for.
  private void tell(Fact away) {
    var words = Line.of(away.sentence(), Paint.BAD).and(" " + away.fix());
    shell.out().line(words.text(shell.out().color()));
    shell.out().stream().flush();
  }

  private void print(
      List<RunLine> needed, List<RunLine> running, List<RunLine> finished, List<Fact> trouble) {
    shell
        .out()
        .line(
            Json.text(
                Map.of(
                    "needsYou", needed,
                    "running", running,
                    "finished", finished,
                    "trouble", trouble)));
  }

  private void print(StatusPage page) {
    var out = shell.out();
    var columns = out.terminal() ? out.size().now().columns() : Integer.MAX_VALUE;
    page.lines(Instant.now()).forEach(line -> out.line(line.text(columns, out.color())));
  }
}
