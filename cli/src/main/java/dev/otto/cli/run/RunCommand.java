package dev.otto.cli.run;

import dev.otto.cli.api.Api;
import dev.otto.cli.api.Runs;
import dev.otto.cli.shell.ExitCode;
import dev.otto.cli.shell.ReadingCommand;
import dev.otto.cli.shell.Shell;
import dev.otto.cli.shell.Usage;
import dev.otto.model.run.NewRun;
import dev.otto.model.run.RunView;
import dev.otto.model.settings.ProjectKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/// `otto run`: from an intent to a product that is proven to work.
public final class RunCommand extends ReadingCommand {
  private static final Set<String> OF_RESUMING =
      Set.of("--resume", "--auto-approve", "--detach", "--verbose", "--json", "--dir");

  @Parameters(
      arity = "0..*",
      paramLabel = "INTENT",
      description = {
        "What you want, in one argument; - reads it from stdin.",
        "Everything after -- is intent, also what looks like an option.",
        "Without it: intent.md, then README.md, of the folder."
      })
  private List<String> words = List.of();

  @Option(names = "--file", paramLabel = "FILE", description = "Reads the intent from a file.")
  private Optional<String> file = Optional.empty();

  @Option(
      names = {"-C", "--dir"},
      paramLabel = "DIR",
      description = "The repository to work for; default: this folder.")
  private String folder = "";

  @Mixin private AgentOptions agents = new AgentOptions();

  @Option(
      names = "--recipe",
      paramLabel = "FILE",
      description = "The recipe that `scripted` plays, or that is played through another provider.")
  private Optional<String> recipe = Optional.empty();

  @Option(
      names = "--from-spec",
      paramLabel = "FILE",
      description = "Starts from this spec instead of compiling one.")
  private Optional<String> spec = Optional.empty();

  @Option(
      names = "--project-kind",
      paramLabel = "KIND",
      description = {
        "What it shall be: webapp, cli, library, api, service;",
        "default: what is there, or what the spec agent proposes."
      })
  private Optional<String> kind = Optional.empty();

  @Option(
      names = "--no-build",
      description = "Stops when the spec is there; nothing is built before you approve it.")
  private boolean noBuild;

  @Option(names = "--review-gate", description = "Waits for your approval of the spec.")
  private boolean reviewGate;

  @Option(names = "--auto-approve", description = "Waits for nobody; that is the default.")
  private boolean autoApprove;

  @Option(
      names = "--gate-timeout",
      paramLabel = "TIME",
      description = "How long the gate waits (86400): seconds, or as 90m, 2h.")
  private Optional<String> gateTimeout = Optional.empty();

  @Mixin private BudgetOptions budget = new BudgetOptions();

  @Option(
      names = "--call-timeout",
      paramLabel = "TIME",
      description = "How long one call of an agent may last (30m).")
  private Optional<String> callTimeout = Optional.empty();

  @Option(
      names = "--idle-timeout",
      paramLabel = "TIME",
      description = "How long an agent may be silent (5m).")
  private Optional<String> idleTimeout = Optional.empty();

  @Option(
      names = "--max-attempts",
      paramLabel = "N",
      description = "Attempts of a group before it has failed (3).")
  private Optional<Integer> maxAttempts = Optional.empty();

  @Option(names = "--max-rounds", paramLabel = "N", description = "Audits of the run (3).")
  private Optional<Integer> maxRounds = Optional.empty();

  @Option(
      names = "--resume",
      arity = "0..1",
      fallbackValue = "",
      paramLabel = "RUN",
      description = {
        "Goes on with a run that stands still, as it was asked for; without RUN with",
        "the only one of this repository. With --auto-approve also one that waits for you."
      })
  private Optional<String> resumed = Optional.empty();

  @Option(names = "--detach", description = "Starts the run and does not follow it.")
  private boolean detach;

  @Option(names = "--verbose", description = "Also tells what the agents said, call by call.")
  private boolean verbose;

  @Spec private @Nullable CommandSpec typed;

  private final Shell shell;

  public RunCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public int run() {
    if (autoApprove && (reviewGate || noBuild)) {
      throw Usage.of(
          "run",
          "%s and --auto-approve exclude each other."
              .formatted(reviewGate ? "--review-gate" : "--no-build"));
    }
    return resumed.isPresent() ? goesOn(resumed.get()) : begins();
  }

  private int begins() {
    var run = new Runs(new Api(shell)).create(asked());
    if (!json()) {
      Sentences.agents(run.agents()).ifPresent(shell.err()::line);
    }
    return told(run, noBuild);
  }

  private int goesOn(String named) {
    refuseWhatIsForNewRuns();
    var runs = new Runs(new Api(shell));
    return told(new Resuming(runs, repository(), autoApprove).goesOn(named), false);
  }

  /// A run goes on as it was asked for.
  private void refuseWhatIsForNewRuns() {
    if (!words.isEmpty()) {
      throw Usage.of("run", "--resume goes on with a run, and an intent begins a new one.");
    }
    parsed().matchedOptions().stream()
        .map(OptionSpec::longestName)
        .filter(name -> !OF_RESUMING.contains(name))
        .findFirst()
        .ifPresent(name -> {
          throw Usage.of("run", "--resume and %s exclude each other.".formatted(name));
        });
  }

  private int told(RunView run, boolean toTheGate) {
    if (detach) {
      return detached(run);
    }
    var following = new Following(shell, json(), verbose);
    return toTheGate ? following.followedToTheGate(run) : following.followed(run);
  }

  private NewRun asked() {
    var text = spec.map(this::specText);
    var wishes = agents.wishes(shell);
    var intent = new Intent(shell, repository()).of(words(), file, text);
    return new NewRun(
        repository().toString(),
        intent,
        text,
        wishes.all().provider(),
        recipe.map(this::existing).map(Path::toString),
        Optional.of(reviewGate || noBuild),
        gateTimeout.map(Seconds::of).or(this::patientGate),
        maxAttempts,
        maxRounds,
        budget.seconds(),
        callTimeout.map(Seconds::of),
        idleTimeout.map(Seconds::of),
        wishes.beyondProvider(),
        budget.budget(),
        kind.map(RunCommand::kind));
  }

  /// Who builds nothing yet is in no hurry.
  private Optional<Long> patientGate() {
    return noBuild ? Optional.of(NewRun.MOST_SECONDS) : Optional.empty();
  }

  private static ProjectKind kind(String word) {
    return ProjectKind.named(word)
        .orElseThrow(
            () -> Usage.of("run", "'%s' is none of %s.".formatted(word, ProjectKind.words())));
  }

  /// Everything after `--` is one intent.
  private Intent.Words words() {
    var literal = parsed().originalArgs().contains("--");
    return literal && !words.isEmpty()
        ? new Intent.Words(List.of(String.join(" ", words)), true)
        : new Intent.Words(words, false);
  }

  private ParseResult parsed() {
    return Objects.requireNonNull(typed, "a line is parsed before it runs")
        .commandLine()
        .getParseResult();
  }

  private Path repository() {
    var path = shell.resolved(folder);
    if (!Files.isDirectory(path)) {
      throw Usage.of("run", "%s is not a folder.".formatted(path));
    }
    return path;
  }

  private Path existing(String typed) {
    var path = shell.resolved(typed);
    if (!Files.isReadable(path) || Files.isDirectory(path)) {
      throw Usage.of("run", "%s cannot be read.".formatted(path));
    }
    return path;
  }

  private String specText(String typed) {
    try {
      return Files.readString(existing(typed));
    } catch (IOException unreadable) {
      throw Usage.of("run", "%s is not a text in UTF-8.".formatted(typed));
    }
  }

  private int detached(RunView run) {
    if (json()) {
      shell.out().line(Result.of(run, new Runs(new Api(shell))));
    } else {
      shell.out().line(run.run().value());
      shell.err().line(Sentences.detached(run.run()));
    }
    return ExitCode.DONE;
  }
}
