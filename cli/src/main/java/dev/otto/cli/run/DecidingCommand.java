package dev.otto.cli.run;

import dev.otto.cli.api.Api;
import dev.otto.cli.api.Runs;
import dev.otto.cli.shell.ExitCode;
import dev.otto.cli.shell.Plain;
import dev.otto.cli.shell.ReadingCommand;
import dev.otto.cli.shell.Shell;
import dev.otto.model.json.Json;
import dev.otto.model.run.RunView;
import picocli.CommandLine.Parameters;

/// A command that decides something about a run and shows how the run stands then. The run has to
/// be named: a decision is never about whatever happens to be the latest, unless one says so.
abstract class DecidingCommand extends ReadingCommand {
  @Parameters(
      index = "0",
      arity = "1",
      paramLabel = "RUN",
      description = "The run's id, the beginning of it, or latest.")
  private String run = "";

  private final Shell shell;

  DecidingCommand(Shell shell) {
    this.shell = shell;
  }

  /// Decides about the run as it was looked at.
  abstract RunView decided(RunView run, Runs runs);

  /// What was decided, in one sentence.
  abstract String sentence(RunView run);

  @Override
  public final int run() {
    var runs = new Runs(new Api(shell));
    var now = decided(runs.named(run), runs);
    shell.out().line(json() ? Json.text(now) : Plain.line(sentence(now)));
    return ExitCode.DONE;
  }
}
