package dev.otto.cli.recover;

import dev.otto.cli.api.Api;
import dev.otto.cli.render.SalvageTable;
import dev.otto.cli.server.Program;
import dev.otto.cli.shell.ExitCode;
import dev.otto.cli.shell.Plain;
import dev.otto.cli.shell.ReadingCommand;
import dev.otto.cli.shell.Shell;
import dev.otto.cli.shell.Usage;
import dev.otto.model.group.SalvageView;
import dev.otto.model.json.Json;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `otto recover`: work of groups that was put away before its folder was cleared, and bringing it
/// back.
public final class RecoverCommand extends ReadingCommand {
  private static final Pattern NAME = Pattern.compile("([^/]+)/([^/]+)/(\\d{1,6})");

  @Parameters(
      arity = "0..1",
      paramLabel = "WHAT",
      description = "What is brought back as a branch, as RUN/GROUP/NUMBER; default: lists all.")
  private Optional<String> what = Optional.empty();

  @Option(
      names = "--worktree",
      paramLabel = "DIR",
      description = "Also lays the branch out in this new folder.")
  private Optional<String> worktree = Optional.empty();

  private final Shell shell;

  public RecoverCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public int run() {
    var api = new Api(shell);
    if (what.isPresent()) {
      return restored(api.post("salvage", wanted(what.get()), SalvageView.class));
    }
    if (worktree.isPresent()) {
      throw Usage.of("recover", "--worktree needs to know what: RUN/GROUP/NUMBER.");
    }
    return listed(api.get("salvage", SalvageView.Page.class));
  }

  private static SalvageView.Wanted wanted(String name) {
    var words = NAME.matcher(name);
    if (!words.matches()) {
      throw Usage.of("recover", "'%s' is not RUN/GROUP/NUMBER.".formatted(Plain.line(name)));
    }
    return new SalvageView.Wanted(words.group(1), words.group(2), Integer.parseInt(words.group(3)));
  }

  private int listed(SalvageView.Page page) {
    if (json()) {
      shell.out().line(Json.text(page));
      return ExitCode.DONE;
    }
    if (page.salvaged().isEmpty() && page.folders().isEmpty()) {
      shell.out().line("Nothing was salvaged: all work of all groups is on branches.");
      return ExitCode.DONE;
    }
    SalvageTable.of(page, Instant.now())
        .forEach(line -> shell.out().line(line.text(shell.out().color())));
    return ExitCode.DONE;
  }

  private int restored(SalvageView view) {
    var folder = worktree.map(shell::resolved);
    folder.ifPresent(path -> layOut(view, path));
    if (json()) {
      shell.out().line(Json.text(view));
      return ExitCode.DONE;
    }
    shell
        .out()
        .line(
            "%s is the branch %s of %s."
                .formatted(view.name(), view.branch(), Plain.line(view.repository())));
    folder.ifPresent(path -> shell.out().line("It lies in " + Plain.line(path.toString()) + "."));
    return ExitCode.DONE;
  }

  private void layOut(SalvageView view, Path folder) {
    var git =
        List.of(
            "git",
            "-C",
            view.repository(),
            "worktree",
            "add",
            "--quiet",
            "--",
            folder.toString(),
            view.branch());
    if (Program.within(Path.of(view.repository()), git) != 0) {
      throw new Usage(
              "The branch %s is there, but git did not lay it out in %s."
                  .formatted(view.branch(), folder),
              "See what git said above, and use `git worktree add` yourself.")
          .refused();
    }
  }
}
