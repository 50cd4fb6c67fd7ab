package dev.otto.cli.config;

import dev.otto.cli.render.ConfigTable;
import dev.otto.cli.shell.ExitCode;
import dev.otto.cli.shell.Plain;
import dev.otto.cli.shell.ReadingCommand;
import dev.otto.cli.shell.Shell;
import dev.otto.cli.shell.Usage;
import dev.otto.model.settings.file.FileKind;
import dev.otto.model.settings.file.InForce;
import dev.otto.model.settings.file.InForce.Held;
import dev.otto.model.settings.file.Key.Since;
import dev.otto.model.settings.file.Keys;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `otto config`: what the files of settings and the environment say of each key. It asks no
/// server: also a file with which none can start is told of.
public final class ConfigCommand extends ReadingCommand {
  @Parameters(
      arity = "0..1",
      paramLabel = "KEY",
      description = "One key, or the keys below one; default: all.")
  private Optional<String> wanted = Optional.empty();

  @Option(
      names = {"-C", "--dir"},
      paramLabel = "DIR",
      description = "The repository; default: this folder.")
  private String folder = "";

  private final Shell shell;

  public ConfigCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public int run() {
    var files = new SettingsFiles(shell, shell.resolved(folder));
    var project = files.ofProject();
    var user = files.ofUser();
    var held = chosen(new InForce(shell.environment(), project, user).all());
    var notices = Stream.concat(project.notices().stream(), user.notices().stream()).toList();
    if (json()) {
      shell.out().line(ConfigJson.of(files, notices, held));
    } else {
      say(files, notices, held);
    }
    return ExitCode.DONE;
  }

  private List<Held> chosen(List<Held> all) {
    if (wanted.isEmpty()) {
      return all;
    }
    var name = wanted.get();
    var chosen =
        all.stream()
            .filter(it -> it.name().equals(name) || it.name().startsWith(name + "."))
            .toList();
    if (chosen.isEmpty()) {
      throw Usage.of("config", noSuchKey(Plain.line(name)));
    }
    return chosen;
  }

  private static String noSuchKey(String name) {
    return Keys.otherwise(name)
        .orElseGet(() ->
            "There is no key '%s'.".formatted(name)
                + Keys.nearest(name).map(" Did you mean %s?"::formatted).orElse(""));
  }

  private void say(SettingsFiles files, List<String> notices, List<Held> held) {
    var one = held.size() == 1 && wanted.isPresent();
    ConfigTable.of(held).forEach(line -> shell.out().line(line.text(shell.out().color())));
    if (one) {
      about(held.getFirst());
    }
    shell.out().line("");
    shell.out().line("otto.yaml    " + files.project().map(this::place).orElse("no repository"));
    shell.out().line("config.yaml  " + place(files.user()));
    notices.forEach(notice -> shell.out().line(Plain.line(notice)));
    if (files.changedSinceStart()) {
      shell
          .out()
          .line(
              "config.yaml was changed after the server began: what it reads at its start counts after `otto down`.");
    }
  }

  private void about(Held held) {
    var key = held.key();
    shell.out().line(key.sentence());
    shell
        .out()
        .line(
            "It is %s; without it: %s. It stands in %s%s and counts %s."
                .formatted(
                    key.type().words(),
                    key.fallback(),
                    key.files().stream()
                        .sorted()
                        .map(FileKind::file)
                        .collect(Collectors.joining(" or ")),
                    key.variable().map(" or in "::concat).orElse(""),
                    key.since() == Since.NEXT_RUN
                        ? "from the next run on"
                        : "from the server's next start on"));
  }

  private String place(Path file) {
    return Plain.line(file.toString()) + (Files.isRegularFile(file) ? "" : " (not there)");
  }
}
