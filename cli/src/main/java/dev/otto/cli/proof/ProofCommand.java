package dev.otto.cli.proof;

import dev.otto.cli.api.Api;
import dev.otto.cli.api.Runs;
import dev.otto.cli.render.ProofFiles;
import dev.otto.cli.render.RunsTable;
import dev.otto.cli.server.Program;
import dev.otto.cli.shell.ExitCode;
import dev.otto.cli.shell.ReadingCommand;
import dev.otto.cli.shell.Shell;
import dev.otto.cli.shell.Usage;
import dev.otto.model.json.Json;
import dev.otto.model.run.RunView;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `otto proof`: where the proof of a run is, and whether it holds.
public final class ProofCommand extends ReadingCommand {
  private static final Set<String> DEEDS = Set.of("path", "open", "verify", "render", "list");

  @Parameters(
      arity = "0..2",
      paramLabel = "DEED RUN",
      hideParamSyntax = true,
      description = {
        "path (default): prints where the page is.",
        "open: shows the page in your browser.",
        "verify: recomputes everything; exit code 0 only if all of it holds.",
        "render: writes the page again from the packet.",
        "list: the runs that have ended.",
        "RUN is a run's id, the beginning of it, or latest (default);",
        "for verify and render also a folder."
      })
  private List<String> words = List.of();

  @Option(
      names = {"-n", "--limit"},
      paramLabel = "N",
      description = "How many runs to list (20).")
  private int limit = 20;

  @SuppressWarnings("unused") // An earlier word for what is done anyway.
  @Option(names = "--print", hidden = true, description = "The same as path.")
  private boolean print;

  private final Shell shell;

  public ProofCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public int run() {
    var named = !words.isEmpty() && DEEDS.contains(words.getFirst());
    var rest = named ? words.subList(1, words.size()) : words;
    if (rest.size() > 1) {
      throw Usage.of(
          "proof", "'%s' is none of path, open, verify, render, list.".formatted(words.get(0)));
    }
    var run = rest.isEmpty() ? "latest" : rest.getFirst();
    return switch (named ? words.getFirst() : "path") {
      case "open" -> open(run);
      case "verify" -> verify(run);
      case "render" -> render(run);
      case "list" -> list();
      default -> path(run);
    };
  }

  private int path(String run) {
    var page = page(runs().named(run));
    shell.out().line(json() ? Json.text(Map.of("proof", page)) : page);
    return ExitCode.DONE;
  }

  private int open(String run) {
    var page = page(runs().named(run));
    shell.out().line(page);
    if (!Program.browse(page)) {
      shell.err().line("No browser was found; open the file yourself.");
    }
    return ExitCode.DONE;
  }

  private int list() {
    var ended = runs().newest(limit, Optional.empty(), run -> run.verdict().isPresent());
    if (json()) {
      shell.out().line(Json.text(ended));
    } else {
      RunsTable.of(ended, Instant.now())
          .forEach(line -> shell.out().line(line.text(shell.out().color())));
    }
    return ExitCode.DONE;
  }

  private int verify(String named) {
    var folder = shell.resolved(named);
    var found =
        Files.isDirectory(folder)
            ? new PacketFolder(folder).verified(Optional.empty())
            : verified(runs().named(named));
    if (json()) {
      shell.out().line(found.json());
    } else {
      shell.out().line(found.sentence());
      shell.out().line("Anchored to " + found.anchor() + ".");
    }
    return found.holds() ? ExitCode.DONE : ExitCode.NOT_PASSED;
  }

  private int render(String named) {
    var folder = shell.resolved(named);
    var page = Files.isDirectory(folder) ? new PacketFolder(folder).rendered() : rendered(named);
    shell.out().line(json() ? Json.text(Map.of("proof", page.toString())) : page.toString());
    return ExitCode.DONE;
  }

  /// What the run recorded is believed, and nothing else.
  private Path rendered(String named) {
    var runs = runs();
    var run = runs.named(named);
    var folder = new PacketFolder(Path.of(folder(run)));
    folder.refuseUnlessRecorded(runs.packet(run));
    return folder.rendered();
  }

  private Verified verified(RunView run) {
    return new PacketFolder(Path.of(folder(run))).verified(runs().packet(run));
  }

  private Runs runs() {
    return new Runs(new Api(shell));
  }

  private static String page(RunView run) {
    return ProofFiles.page(folder(run));
  }

  private static String folder(RunView run) {
    return run.proof().orElseThrow(() -> new NoProof(run.run(), run.state()).refused());
  }
}
