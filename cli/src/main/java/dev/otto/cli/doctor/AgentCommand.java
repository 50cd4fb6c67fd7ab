package dev.otto.cli.doctor;

import dev.otto.cli.api.Api;
import dev.otto.cli.shell.ExitCode;
import dev.otto.cli.shell.Plain;
import dev.otto.cli.shell.ReadingCommand;
import dev.otto.cli.shell.Shell;
import dev.otto.cli.shell.Usage;
import dev.otto.model.json.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Parameters;

/// `otto agent check`: whether a program can be an agent of Otto.
public final class AgentCommand extends ReadingCommand {
  @Parameters(
      arity = "1..*",
      paramLabel = "check COMMAND",
      hideParamSyntax = true,
      description = {
        "check: tries the command in a Cell, twice, and says which rules of otto-agent/1 it keeps.",
        "Exit code 0 only if it keeps them all. Words that look like options go after --."
      })
  private List<String> words = List.of();

  private final Shell shell;

  public AgentCommand(Shell shell) {
    this.shell = shell;
  }

  record Finding(String rule, boolean kept, String sentence) {}

  record Findings(List<Finding> findings) {}

  @Override
  public int run() {
    if (!words.getFirst().equals("check") || words.size() < 2) {
      throw Usage.of("agent", "Type `otto agent check COMMAND`.");
    }
    var asked = Map.of("command", command());
    var found = new Api(shell).post("agent-trials", asked, Findings.class).findings();
    if (json()) {
      shell.out().line(Json.text(found));
    } else {
      found.forEach(one ->
          shell
              .out()
              .line(
                  "%-7s %-9s %s"
                      .formatted(
                          one.kept() ? "kept" : "broken", one.rule(), Plain.line(one.sentence()))));
    }
    return found.stream().allMatch(Finding::kept) ? ExitCode.DONE : ExitCode.NOT_PASSED;
  }

  /// A program that was named by a path is named by its whole path.
  private List<String> command() {
    var command = new ArrayList<>(words.subList(1, words.size()));
    var program = shell.resolved(command.getFirst());
    if (!Files.isExecutable(program)) {
      throw Usage.of("agent", "%s is no program.".formatted(Plain.line(program.toString())));
    }
    command.set(0, program.toString());
    for (var at = 1; at < command.size(); at++) {
      var file = Path.of(command.get(at));
      if (!file.isAbsolute() && Files.exists(shell.resolved(command.get(at)))) {
        command.set(at, shell.resolved(command.get(at)).toString());
      }
    }
    return command;
  }
}
