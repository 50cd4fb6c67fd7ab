package dev.otto.cli.run;

import dev.otto.cli.api.Runs;
import dev.otto.cli.shell.Shell;
import dev.otto.model.run.RunRequest;
import dev.otto.model.run.RunView;
import java.util.Optional;
import picocli.CommandLine.Option;

/// `otto pause`: lets a run start nothing new.
public final class PauseCommand extends DecidingCommand {
  @Option(names = "--now", description = "Also ends the calls that run; they are repeated later.")
  private boolean now;

  public PauseCommand(Shell shell) {
    super(shell);
  }

  @Override
  RunView decided(RunView run, Runs runs) {
    return runs.ask(run.run(), "pause", new RunRequest.Pause(Optional.of(now)));
  }

  @Override
  String sentence(RunView run) {
    return "Run %s is %s. It goes on with `otto resume %s`."
        .formatted(run.run(), run.state(), run.run());
  }
}
