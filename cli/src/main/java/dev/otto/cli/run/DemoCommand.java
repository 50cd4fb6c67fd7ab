package dev.otto.cli.run;

import dev.otto.cli.api.Api;
import dev.otto.cli.api.Runs;
import dev.otto.cli.shell.ReadingCommand;
import dev.otto.cli.shell.Shell;
import dev.otto.model.run.NewRun;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import picocli.CommandLine.Option;

/// `otto demo`: a whole run in a small repository of its own, played by the scripted agent, or
/// through a real one that a scripted model leads.
public final class DemoCommand extends ReadingCommand {
  @Option(
      names = "--dir",
      paramLabel = "DIR",
      description = "Where the repository of the demo is made; default: a folder in Otto's home.")
  private Optional<String> folder = Optional.empty();

  @Option(
      names = "--replay-through",
      paramLabel = "NAME",
      description = "Lets a real agent play it, claude or codex; a scripted model leads it.")
  private Optional<String> through = Optional.empty();

  @Option(names = "--review-gate", description = "Waits for your approval of the spec.")
  private boolean reviewGate;

  private final Shell shell;

  public DemoCommand(Shell shell) {
    this.shell = shell;
  }

  /// The repository of a demo, ready to be worked for.
  private record Demo(String folder, String intent, String recipe) {}

  @Override
  public int run() {
    var api = new Api(shell);
    var demo = api.post("demo", wish(), Demo.class);
    var run = new Runs(api).create(asked(demo));
    var exit = new Following(shell, json()).followed(run);
    if (!json()) {
      shell.out().line("");
      shell.out().line("No model was called: %s played %s.".formatted(player(), demo.recipe));
      shell
          .out()
          .line(
              "In your own repository, with Claude Code or Codex and a key (`otto doctor` says what is"
                  + " missing):");
      shell.out().line("  otto run --provider claude \"what you want\"");
    }
    return exit;
  }

  private Map<String, String> wish() {
    var wish = new TreeMap<String, String>();
    folder.map(shell::resolved).ifPresent(path -> wish.put("dir", path.toString()));
    through.ifPresent(name -> wish.put("through", name));
    return wish;
  }

  private String player() {
    return through
        .map("the real program of `%s`, led by a scripted model,"::formatted)
        .orElse("the scripted agent");
  }

  private NewRun asked(Demo demo) {
    var plain = NewRun.of(demo.folder, demo.intent, through.orElse("scripted"));
    return new NewRun(
        plain.folder(),
        plain.intent(),
        plain.spec(),
        plain.provider(),
        Optional.of(demo.recipe),
        Optional.of(reviewGate),
        plain.gateSeconds(),
        plain.maxAttempts(),
        plain.maxRounds(),
        plain.wallSeconds(),
        plain.callSeconds(),
        plain.idleSeconds(),
        plain.agents(),
        plain.budget(),
        plain.projectKind());
  }
}
