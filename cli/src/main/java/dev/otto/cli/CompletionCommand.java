package dev.otto.cli;

import dev.otto.cli.shell.Command;
import dev.otto.cli.shell.ExitCode;
import dev.otto.cli.shell.Shell;
import dev.otto.cli.shell.Usage;
import java.util.List;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Parameters;

/// `otto completion`: what a shell has to know to complete words of Otto.
public final class CompletionCommand extends Command {
  @Parameters(
      arity = "1",
      paramLabel = "SHELL",
      description = {
        "bash: source <(otto completion bash)",
        "zsh: the same, after autoload -U compinit && compinit",
        "fish: otto completion fish | source"
      })
  private String wanted = "";

  private final Shell shell;

  CompletionCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public int run() {
    shell
        .out()
        .text(
            switch (wanted) {
              case "bash", "zsh" -> AutoComplete.bash("otto", everything());
              case "fish" -> fish();
              default ->
                  throw Usage.of(
                      "completion", "'%s' is none of bash, zsh, fish.".formatted(wanted));
            });
    return ExitCode.DONE;
  }

  private CommandLine everything() {
    var otto = new CommandLine(CommandSpec.create().name("otto"));
    for (var entry : Catalog.all()) {
      Catalog.command(entry.name(), shell)
          .ifPresent(command ->
              otto.addSubcommand(entry.name(), command, entry.aliases().toArray(String[]::new)));
    }
    return otto;
  }

  private String fish() {
    var lines = new StringBuilder("complete -c otto -f\n");
    for (var entry : Catalog.all()) {
      lines.append(
          "complete -c otto -n __fish_use_subcommand -a %s -d '%s'\n"
              .formatted(entry.name(), quoted(entry.sentence())));
      Catalog.command(entry.name(), shell)
          .map(command -> new CommandLine(command).getCommandSpec().options())
          .orElse(List.of())
          .forEach(option -> lines.append(fish(entry, option)));
    }
    return lines.toString();
  }

  private static String fish(Catalog.Entry entry, OptionSpec option) {
    if (option.hidden() || !option.longestName().startsWith("--")) {
      return "";
    }
    var sentence = option.description().length == 0 ? "" : option.description()[0];
    return "complete -c otto -n '__fish_seen_subcommand_from %s' -l %s%s -d '%s'\n"
        .formatted(
            entry.name(),
            option.longestName().substring(2),
            option.arity().max() > 0 ? " -r -F" : "",
            quoted(sentence));
  }

  private static String quoted(String sentence) {
    return sentence.replace("\\", "\\\\").replace("'", "\\'");
  }
}
