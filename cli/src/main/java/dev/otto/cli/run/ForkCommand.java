package dev.otto.cli.run;

import dev.otto.cli.api.Runs;
import dev.otto.cli.shell.Shell;
import dev.otto.cli.shell.Usage;
import dev.otto.model.run.RunRequest;
import dev.otto.model.run.RunView;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/// `otto fork`: a new run that begins with the facts of another one.
public final class ForkCommand extends DecidingCommand {
  @Option(
      names = "--from",
      paramLabel = "PHASE",
      description = {
        "build: keeps its base and its approved spec, and builds anew.",
        "compile: keeps its base and its intent; the spec is written anew."
      })
  private Optional<String> from = Optional.empty();

  @Option(
      names = "--with-spec",
      paramLabel = "FILE",
      description = "Keeps its base, and builds this spec.")
  private Optional<String> spec = Optional.empty();

  private final Shell shell;

  public ForkCommand(Shell shell) {
    super(shell);
    this.shell = shell;
  }

  @Override
  RunView decided(RunView run, Runs runs) {
    if (from.isPresent() == spec.isPresent()) {
      throw Usage.of("fork", "Type either --from PHASE or --with-spec FILE.");
    }
    return runs.ask(
        run.run(), "fork", new RunRequest.Fork(from, spec.map(shell::resolved).map(this::read)));
  }

  @Override
  String sentence(RunView run) {
    return "Forked from %s: run %s. Follow it with `otto watch %s`."
        .formatted(run.forkedFrom().orElseThrow(), run.run(), run.run());
  }

  private String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw Usage.of("fork", "%s cannot be read as a text in UTF-8.".formatted(file));
    }
  }
}
