package dev.otto.cli;

import dev.otto.cli.call.LogsCommand;
import dev.otto.cli.config.ConfigCommand;
import dev.otto.cli.doctor.AgentCommand;
import dev.otto.cli.doctor.DoctorCommand;
import dev.otto.cli.engine.EngineCommand;
import dev.otto.cli.proof.ProofCommand;
import dev.otto.cli.recover.RecoverCommand;
import dev.otto.cli.run.AbortCommand;
import dev.otto.cli.run.ApproveCommand;
import dev.otto.cli.run.BudgetCommand;
import dev.otto.cli.run.DemoCommand;
import dev.otto.cli.run.DiffCommand;
import dev.otto.cli.run.EditCommand;
import dev.otto.cli.run.ForkCommand;
import dev.otto.cli.run.LandCommand;
import dev.otto.cli.run.OpenCommand;
import dev.otto.cli.run.PauseCommand;
import dev.otto.cli.run.RegenerateCommand;
import dev.otto.cli.run.RejectCommand;
import dev.otto.cli.run.ResumeCommand;
import dev.otto.cli.run.RunCommand;
import dev.otto.cli.run.RunsCommand;
import dev.otto.cli.run.SayCommand;
import dev.otto.cli.run.ShowCommand;
import dev.otto.cli.run.StatusCommand;
import dev.otto.cli.run.TryCommand;
import dev.otto.cli.run.WatchCommand;
import dev.otto.cli.server.DownCommand;
import dev.otto.cli.server.UpCommand;
import dev.otto.cli.server.WebCommand;
import dev.otto.cli.shell.Command;
import dev.otto.cli.shell.Shell;
import dev.otto.cli.spec.SchemaCommand;
import dev.otto.cli.trust.TrustCommand;
import java.util.List;
import java.util.Optional;

/// The commands there are. Only the one that was typed is made: that is what lets Otto start at
/// once.
final class Catalog {
  /// A command as the help page shows it, and what else it is called.
  record Entry(String name, String sentence, List<String> aliases) {
    Entry(String name, String sentence, String... aliases) {
      this(name, sentence, List.of(aliases));
    }
  }

  static final List<Entry> WORK =
      List.of(
          new Entry("demo", "Plays a whole run in a small repository of its own"),
          new Entry("run", "From an intent to a product that is proven to work"),
          new Entry("fork", "A new run from the base and spec of another one"),
          new Entry("watch", "Follows a run until it has ended; tells one that has", "replay"));

  static final List<Entry> LOOK =
      List.of(
          new Entry("status", "What needs you, what runs, what has finished (also: otto alone)"),
          new Entry("runs", "The runs there are, newest first", "history"),
          new Entry("show", "One run, whole"),
          new Entry("logs", "What the agents of a run said"),
          new Entry("open", "The folder in which an agent works, in a shell or an editor"),
          new Entry("diff", "What a run changed, as a patch"),
          new Entry("recover", "Work that was put away, and bringing it back"),
          new Entry("proof", "Where the proof of a run is, and whether it holds", "pow"),
          new Entry("try", "Starts what a run made, for you to try"));

  static final List<Entry> DECIDE =
      List.of(
          new Entry("approve", "Lets a run build the spec that it shows"),
          new Entry("edit", "Changes the spec that a run shows, in your editor"),
          new Entry("regenerate", "Has the spec that a run shows written again, with your answers"),
          new Entry("reject", "Ends a run whose spec is not what was wanted"),
          new Entry("pause", "Lets a run start nothing new"),
          new Entry("resume", "Lets a paused run go on"),
          new Entry("budget", "Shows a run's budget, and adds to it"),
          new Entry("say", "Says something to the agent that works"),
          new Entry("abort", "Ends a run, or one group of it, for good"),
          new Entry("land", "Brings the audited commit into your branch", "merge"));

  static final List<Entry> MACHINE =
      List.of(
          new Entry("up", "Takes care that the server runs, and says where"),
          new Entry("down", "Ends the server; runs go on when it is there again"),
          new Entry("web", "A link to Mission Control for your browser", "dashboard"),
          new Entry("engine", "What carries runs on; `engine install` brings one with a memory"),
          new Entry("agent", "Whether a program of your own can be an agent"),
          new Entry("config", "The settings: every key, its value, and where it was said"),
          new Entry("doctor", "How this machine and its server stand"),
          new Entry("trust", "What a repository brings along that agents would obey"),
          new Entry("schema", "The formats that Otto publishes, as JSON Schema"),
          new Entry("completion", "Completes words as you type: bash, zsh, fish"));

  private Catalog() {}

  /// What a word means: itself, or the command that it is another name of.
  static String canonical(String name) {
    return all().stream()
        .filter(entry -> entry.aliases().contains(name))
        .map(Entry::name)
        .findFirst()
        .orElse(name);
  }

  /// The command of that name or alias.
  static Optional<Command> command(String name, Shell shell) {
    return Optional.ofNullable(
        switch (name) {
          case "completion" -> new CompletionCommand(shell);
          case "try" -> new TryCommand(shell);
          case "agent" -> new AgentCommand(shell);
          case "abort" -> new AbortCommand(shell);
          case "approve" -> new ApproveCommand(shell);
          case "config" -> new ConfigCommand(shell);
          case "demo" -> new DemoCommand(shell);
          case "diff" -> new DiffCommand(shell);
          case "doctor" -> new DoctorCommand(shell);
          case "down" -> new DownCommand(shell);
          case "edit" -> new EditCommand(shell);
          case "engine" -> new EngineCommand(shell);
          case "fork" -> new ForkCommand(shell);
          case "history" -> new RunsCommand(shell, true);
          case "land", "merge" -> new LandCommand(shell);
          case "logs" -> new LogsCommand(shell);
          case "open" -> new OpenCommand(shell);
          case "pause" -> new PauseCommand(shell);
          case "proof", "pow" -> new ProofCommand(shell);
          case "recover" -> new RecoverCommand(shell);
          case "regenerate" -> new RegenerateCommand(shell);
          case "reject" -> new RejectCommand(shell);
          case "resume" -> new ResumeCommand(shell);
          case "budget" -> new BudgetCommand(shell);
          case "run" -> new RunCommand(shell);
          case "runs" -> new RunsCommand(shell, false);
          case "say" -> new SayCommand(shell);
          case "schema" -> new SchemaCommand(shell);
          case "show" -> new ShowCommand(shell);
          case "status" -> new StatusCommand(shell);
          case "trust" -> new TrustCommand(shell);
          case "up" -> new UpCommand(shell);
          case "watch", "replay" -> new WatchCommand(shell);
          case "web", "dashboard" -> new WebCommand(shell);
          default -> null;
        });
  }

  static List<Entry> all() {
    return List.of(WORK, LOOK, DECIDE, MACHINE).stream().flatMap(List::stream).toList();
  }
}
