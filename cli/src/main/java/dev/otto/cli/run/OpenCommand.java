package dev.otto.cli.run;

import dev.otto.cli.api.Api;
import dev.otto.cli.api.Runs;
import dev.otto.cli.server.Program;
import dev.otto.cli.shell.ExitCode;
import dev.otto.cli.shell.Plain;
import dev.otto.cli.shell.ReadingCommand;
import dev.otto.cli.shell.Shell;
import dev.otto.cli.shell.Usage;
import dev.otto.model.GroupId;
import dev.otto.model.call.DeskView;
import dev.otto.model.json.Json;
import dev.otto.model.run.RunView;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `otto open`: the folder in which the agent of a group works, in a shell or an editor.
public final class OpenCommand extends ReadingCommand {
  @Parameters(
      arity = "0..1",
      paramLabel = "RUN",
      description = "The run's id, the beginning of it, or latest (default).")
  private String run = "latest";

  @Option(names = "--group", paramLabel = "GROUP", description = "Not needed where there is one.")
  private Optional<String> group = Optional.empty();

  @Option(names = "--editor", description = "Opens it in $VISUAL or $EDITOR, not in a shell.")
  private boolean editor;

  @Option(names = "--print", description = "Only says where it is.")
  private boolean print;

  private final Shell shell;

  public OpenCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public int run() {
    var runs = new Runs(new Api(shell));
    var view = runs.named(run);
    var desk = runs.desk(view.run(), group(view));
    if (json()) {
      shell.out().line(Json.text(desk));
      return ExitCode.DONE;
    }
    tell(desk);
    return print || !shell.out().terminal() ? ExitCode.DONE : opened(desk);
  }

  private void tell(DeskView desk) {
    shell.out().line(Plain.line(desk.folder()));
    desk.command()
        .ifPresent(
            command -> shell.out().line("continue the conversation:  " + Plain.line(command)));
    if (desk.working()) {
      shell.err().line("otto: An agent works there now; what you change, it sees.");
    }
  }

  private int opened(DeskView desk) {
    var code = Program.within(Path.of(desk.folder()), program(desk));
    if (code != 0) {
      shell.err().line("otto: It ended with %d.".formatted(code));
    }
    return ExitCode.DONE;
  }

  private List<String> program(DeskView desk) {
    return editor
        ? List.of(
            shell.variable("VISUAL").or(() -> shell.variable("EDITOR")).orElse("vi"), desk.folder())
        : List.of(shell.variable("SHELL").orElse("/bin/sh"));
  }

  private GroupId group(RunView view) {
    if (group.isPresent()) {
      return named(group.get());
    }
    if (view.groups().size() == 1) {
      return view.groups().getFirst().group();
    }
    var names = view.groups().stream().map(one -> one.group().value()).toList();
    throw Usage.of(
        "open",
        names.isEmpty()
            ? "Run %s has no groups yet.".formatted(view.run())
            : "Name a group with --group: %s.".formatted(String.join(", ", names)));
  }

  private static GroupId named(String name) {
    try {
      return new GroupId(name);
    } catch (IllegalArgumentException wrong) {
      throw Usage.of("open", "'%s' cannot be the name of a group.".formatted(Plain.line(name)));
    }
  }
}
