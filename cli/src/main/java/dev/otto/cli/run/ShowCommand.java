package dev.otto.cli.run;

import dev.otto.cli.api.Api;
import dev.otto.cli.api.Runs;
import dev.otto.cli.render.BaggageLines;
import dev.otto.cli.render.Line;
import dev.otto.cli.render.Paint;
import dev.otto.cli.render.RunPage;
import dev.otto.cli.shell.ExitCode;
import dev.otto.cli.shell.ReadingCommand;
import dev.otto.cli.shell.Shell;
import java.time.Instant;
import java.util.ArrayList;
import picocli.CommandLine.Parameters;

/// `otto show`: one run, whole.
public final class ShowCommand extends ReadingCommand {
  @Parameters(
      arity = "0..1",
      paramLabel = "RUN",
      description = "The run's id, the beginning of it, or latest (default).")
  private String run = "latest";

  private final Shell shell;

  public ShowCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public int run() {
    var api = new Api(shell);
    var runs = new Runs(api);
    if (json()) {
      shell.out().text(runs.text(run));
      return ExitCode.DONE;
    }
    var shown = runs.named(run);
    var page = new ArrayList<>(RunPage.of(shown, Instant.now()));
    var baggage = BaggageLines.of(runs.baggage(shown.run()));
    if (!baggage.isEmpty()) {
      page.add(Line.EMPTY);
      page.addAll(baggage);
    }
    api.server()
        .view()
        .engine()
        .flatMap(engine -> engine.page(shown.run()))
        .ifPresent(url -> page.add(Line.of("in Temporal: " + url, Paint.DIM)));
    page.forEach(line -> shell.out().line(line.text(shell.out().color())));
    return ExitCode.DONE;
  }
}
