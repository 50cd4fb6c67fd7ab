package dev.otto.cli.spec;

import dev.otto.cli.api.Api;
import dev.otto.cli.shell.ExitCode;
import dev.otto.cli.shell.ReadingCommand;
import dev.otto.cli.shell.Shell;
import dev.otto.cli.shell.Usage;
import picocli.CommandLine.Parameters;

/// `otto schema`: the formats that Otto publishes, as JSON Schema.
public final class SchemaCommand extends ReadingCommand {
  @Parameters(arity = "1", paramLabel = "NAME", description = "Which one: spec.")
  private String name = "";

  private final Shell shell;

  public SchemaCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public int run() {
    if (!name.equals("spec")) {
      throw Usage.of("schema", "There is no schema '%s'; there is: spec.".formatted(name));
    }
    shell.out().text(new Api(shell).text("schema/spec"));
    return ExitCode.DONE;
  }
}
