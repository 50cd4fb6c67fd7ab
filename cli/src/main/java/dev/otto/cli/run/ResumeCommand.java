package dev.otto.cli.run;

import dev.otto.cli.api.Runs;
import dev.otto.cli.shell.Shell;
import dev.otto.model.run.RunRequest;
import dev.otto.model.run.RunView;

/// `otto resume`: lets a paused run go on.
public final class ResumeCommand extends DecidingCommand {
  public ResumeCommand(Shell shell) {
    super(shell);
  }

  @Override
  RunView decided(RunView run, Runs runs) {
    return runs.ask(run.run(), "resume", new RunRequest.Resume());
  }

  @Override
  String sentence(RunView run) {
    return "Run %s goes on. Follow it with `otto watch %s`.".formatted(run.run(), run.run());
  }
}
