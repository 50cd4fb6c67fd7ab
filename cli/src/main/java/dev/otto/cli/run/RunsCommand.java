package dev.otto.cli.run;

import dev.otto.cli.api.Api;
import dev.otto.cli.api.Runs;
import dev.otto.cli.render.RunsTable;
import dev.otto.cli.shell.ExitCode;
import dev.otto.cli.shell.ReadingCommand;
import dev.otto.cli.shell.Shell;
import dev.otto.cli.shell.Usage;
import dev.otto.model.json.Json;
import dev.otto.model.run.RunLine;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/// `otto runs`: the runs there are, newest first.
public final class RunsCommand extends ReadingCommand {
  @Option(
      names = {"-n", "--limit"},
      paramLabel = "N",
      description = "How many (20).")
  private int limit = 20;

  @Option(names = "--all", description = "All of them.")
  private boolean all;

  @Option(names = "--project", paramLabel = "ID", description = "Of one project only.")
  private Optional<String> project = Optional.empty();

  private final Shell shell;
  private final boolean ended;

  /// @param ended whether only runs that have ended are listed
  public RunsCommand(Shell shell, boolean ended) {
    this.shell = shell;
    this.ended = ended;
  }

  @Override
  public int run() {
    if (limit < 1) {
      throw Usage.of("runs", "A list has at least one line.");
    }
    var runs = listed();
    if (json()) {
      shell.out().line(Json.text(runs));
    } else if (runs.isEmpty()) {
      shell.out().line("No runs yet. Try `otto demo`.");
    } else {
      print(runs);
    }
    return ExitCode.DONE;
  }

  private List<RunLine> listed() {
    return new Runs(new Api(shell))
        .newest(
            all ? Integer.MAX_VALUE : limit, project, run -> !ended || run.verdict().isPresent());
  }

  private void print(List<RunLine> runs) {
    var out = shell.out();
    var columns = out.terminal() ? out.size().now().columns() : Integer.MAX_VALUE;
    RunsTable.of(runs, Instant.now()).forEach(line -> out.line(line.text(columns, out.color())));
  }
}
