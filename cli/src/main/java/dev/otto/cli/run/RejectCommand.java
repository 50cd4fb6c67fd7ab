package dev.otto.cli.run;

import dev.otto.cli.api.Runs;
import dev.otto.cli.shell.Shell;
import dev.otto.model.run.RunRequest;
import dev.otto.model.run.RunView;
import java.util.Optional;
import picocli.CommandLine.Option;

/// `otto reject`: ends a run whose spec is not what was wanted.
public final class RejectCommand extends DecidingCommand {
  @Option(names = "--why", paramLabel = "REASON", description = "Is kept with the run.")
  private Optional<String> why = Optional.empty();

  public RejectCommand(Shell shell) {
    super(shell);
  }

  @Override
  RunView decided(RunView run, Runs runs) {
    return runs.ask(run.run(), "reject", new RunRequest.Reject(why));
  }

  @Override
  String sentence(RunView run) {
    return "Rejected: run %s ends. The spec stays readable with `otto show %s`."
        .formatted(run.run(), run.run());
  }
}
