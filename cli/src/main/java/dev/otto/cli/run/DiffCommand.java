package dev.otto.cli.run;

import dev.otto.cli.api.Api;
import dev.otto.cli.api.Runs;
import dev.otto.cli.render.Paint;
import dev.otto.cli.shell.ExitCode;
import dev.otto.cli.shell.Plain;
import dev.otto.cli.shell.ReadingCommand;
import dev.otto.cli.shell.Shell;
import dev.otto.model.json.Json;
import java.util.Map;
import picocli.CommandLine.Parameters;

/// `otto diff`: what a run changed, as a patch.
public final class DiffCommand extends ReadingCommand {
  @Parameters(
      arity = "0..1",
      paramLabel = "RUN",
      description = "The run's id, the beginning of it, or latest (default).")
  private String run = "latest";

  private final Shell shell;

  public DiffCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public int run() {
    var runs = new Runs(new Api(shell));
    var id = runs.named(run).run();
    var diff = runs.diff(id);
    if (json()) {
      shell.out().line(Json.text(Map.of("run", id, "diff", diff)));
    } else if (shell.out().terminal()) {
      Plain.text(diff).lines().forEach(this::paint);
    } else {
      shell.out().stream().print(diff);
    }
    return ExitCode.DONE;
  }

  private void paint(String line) {
    shell.out().line(look(line).on(line, shell.out().color()));
  }

  private static Paint look(String line) {
    if (line.startsWith("diff ") || line.startsWith("+++") || line.startsWith("---")) {
      return Paint.BOLD;
    }
    if (line.startsWith("@@")) {
      return Paint.ACTIVE;
    }
    if (line.startsWith("+")) {
      return Paint.GOOD;
    }
    return line.startsWith("-") ? Paint.BAD : Paint.PLAIN;
  }
}
