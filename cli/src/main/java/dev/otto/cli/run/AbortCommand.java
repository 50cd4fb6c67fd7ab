package dev.otto.cli.run;

import dev.otto.cli.api.Runs;
import dev.otto.cli.shell.Shell;
import dev.otto.cli.shell.Usage;
import dev.otto.model.GroupId;
import dev.otto.model.run.RunRequest;
import dev.otto.model.run.RunView;
import java.util.Optional;
import picocli.CommandLine.Option;

/// `otto abort`: ends a run, or one group of it, for good.
public final class AbortCommand extends DecidingCommand {
  @Option(names = "--group", paramLabel = "GROUP", description = "Ends this group only.")
  private Optional<String> group = Optional.empty();

  @Option(names = "--why", paramLabel = "REASON", description = "Is kept with the run.")
  private Optional<String> why = Optional.empty();

  public AbortCommand(Shell shell) {
    super(shell);
  }

  @Override
  RunView decided(RunView run, Runs runs) {
    return group
        .map(name -> runs.abort(run.run(), named(name)))
        .orElseGet(() -> runs.ask(run.run(), "abort", new RunRequest.Abort(why)));
  }

  @Override
  String sentence(RunView run) {
    return group
        .map(name -> "Group %s of run %s ends.".formatted(name, run.run()))
        .orElseGet(() -> "Run %s ends; its work is kept.".formatted(run.run()));
  }

  private static GroupId named(String name) {
    try {
      return new GroupId(name);
    } catch (IllegalArgumentException wrong) {
      throw Usage.of("abort", String.valueOf(wrong.getMessage()) + ".");
    }
  }
}
