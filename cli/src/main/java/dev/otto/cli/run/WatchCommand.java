package dev.otto.cli.run;

import dev.otto.cli.api.Api;
import dev.otto.cli.api.Runs;
import dev.otto.cli.shell.ReadingCommand;
import dev.otto.cli.shell.Shell;
import picocli.CommandLine.Parameters;

/// `otto watch`: follows a run until it has ended.
public final class WatchCommand extends ReadingCommand {
  @Parameters(
      arity = "0..1",
      paramLabel = "RUN",
      description = "The run's id, the beginning of it, or latest (default).")
  private String run = "latest";

  private final Shell shell;

  public WatchCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public int run() {
    return new Following(shell, json()).followed(new Runs(new Api(shell)).named(run));
  }
}
