package dev.otto.cli.run;

import dev.otto.cli.api.Runs;
import dev.otto.cli.shell.Shell;
import dev.otto.cli.shell.Usage;
import dev.otto.model.run.RunRequest;
import dev.otto.model.run.RunView;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `otto say`: a word for the agent that works.
public final class SayCommand extends DecidingCommand {
  @Parameters(index = "1..*", arity = "1..*", paramLabel = "TEXT", description = "What to say.")
  private List<String> words = List.of();

  @Option(
      names = "--group",
      paramLabel = "GROUP",
      description = "To the agent of this group; not needed where only one works.")
  private Optional<String> group = Optional.empty();

  @Option(
      names = "--now",
      description = {
        "Ends the call that runs and repeats it with the message.",
        "Without it, the message goes with the next call."
      })
  private boolean now;

  public SayCommand(Shell shell) {
    super(shell);
  }

  @Override
  RunView decided(RunView run, Runs runs) {
    var text = String.join(" ", words);
    if (text.isBlank()) {
      throw Usage.of("say", "There is nothing to say.");
    }
    return runs.ask(run.run(), "say", new RunRequest.Say(text, group, Optional.of(now)));
  }

  @Override
  String sentence(RunView run) {
    return now
        ? "The agent is called again with it, now."
        : "The agent is told with its next call; `otto watch %s` says when it was."
            .formatted(run.run());
  }
}
