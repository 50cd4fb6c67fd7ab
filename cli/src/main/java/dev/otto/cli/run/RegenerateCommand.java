package dev.otto.cli.run;

import dev.otto.cli.api.Runs;
import dev.otto.cli.shell.Shell;
import dev.otto.cli.shell.Usage;
import dev.otto.model.Digest;
import dev.otto.model.run.RunRefusal;
import dev.otto.model.run.RunRequest;
import dev.otto.model.run.RunView;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `otto regenerate`: the spec at a gate, written again by its agent, which is told what a person
/// says.
public final class RegenerateCommand extends DecidingCommand {
  @Parameters(
      index = "1..*",
      arity = "0..*",
      paramLabel = "WISH...",
      hideParamSyntax = true,
      description = "What shall be otherwise, in your words.")
  private List<String> words = List.of();

  @Option(
      names = "--answer",
      paramLabel = "Q=TEXT",
      description = {
        "Answers an open question of the spec, named by its number from 1; as often as there are"
            + " questions."
      })
  private Map<String, String> answers = new LinkedHashMap<>();

  public RegenerateCommand(Shell shell) {
    super(shell);
  }

  @Override
  RunView decided(RunView run, Runs runs) {
    var wish = Optional.of(String.join(" ", words)).filter(text -> !text.isBlank());
    if (wish.isEmpty() && answers.isEmpty()) {
      throw Usage.of("regenerate", "Say what shall be otherwise, or answer a question.");
    }
    return runs.ask(
        run.run(),
        "regenerate",
        new RunRequest.Regenerate(looked(run), wish, Optional.of(answers)));
  }

  private static Digest looked(RunView run) {
    return run.spec()
        .filter(_ -> run.state().equals("waiting"))
        .orElseThrow(() -> new RunRefusal.NotAtTheGate(run.run()).refused());
  }

  @Override
  String sentence(RunView run) {
    return "The spec of run %s is written again; it comes back to the gate: `otto watch %s`."
        .formatted(run.run(), run.run());
  }
}
