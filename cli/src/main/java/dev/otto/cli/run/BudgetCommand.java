package dev.otto.cli.run;

import dev.otto.cli.api.Runs;
import dev.otto.cli.shell.Shell;
import dev.otto.model.run.RunRequest;
import dev.otto.model.run.RunView;
import java.util.Optional;
import picocli.CommandLine.Option;

/// `otto budget`: what of a run's budget is used, and more of it.
public final class BudgetCommand extends DecidingCommand {
  @Option(
      names = "--add",
      paramLabel = "AMOUNTS",
      description = "Adds so much, as in 30m,1Mtok,5usd,10calls; a run at its limit goes on.")
  private Optional<String> more = Optional.empty();

  public BudgetCommand(Shell shell) {
    super(shell);
  }

  @Override
  RunView decided(RunView run, Runs runs) {
    return more.map(Amounts::of)
        .map(amounts ->
            runs.ask(
                run.run(),
                "budget",
                new RunRequest.RaiseBudget(Optional.of(amounts.limits()), amounts.seconds())))
        .orElse(run);
  }

  @Override
  String sentence(RunView run) {
    return run.budget()
        .map(budget -> "Run %s has used %s.".formatted(run.run(), budget))
        .orElse("Run %s has no budget of tokens, money or calls.".formatted(run.run()));
  }
}
