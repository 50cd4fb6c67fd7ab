package dev.otto.cli.run;

import dev.otto.cli.api.Api;
import dev.otto.cli.api.Runs;
import dev.otto.cli.render.Words;
import dev.otto.cli.server.Program;
import dev.otto.cli.shell.Command;
import dev.otto.cli.shell.ExitCode;
import dev.otto.cli.shell.Shell;
import dev.otto.model.run.RunRefusal;
import dev.otto.model.run.RunView;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `otto try`: starts what a run made, from a clone of the audited commit, as its spec says.
public final class TryCommand extends Command {
  private static final int ENDED_BY_CTRL_C = 130;
  private static final int ENDED_BY_REQUEST = 143;

  @Parameters(
      arity = "0..1",
      paramLabel = "RUN",
      description = "The run's id, the beginning of it, or latest (default).")
  private String run = "latest";

  @Option(
      names = "--port",
      paramLabel = "N",
      description = "Where it listens; default: a free one.")
  private Optional<Integer> port = Optional.empty();

  private final Shell shell;

  public TryCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public int run() {
    var runs = new Runs(new Api(shell));
    var view = runs.named(run);
    var handoff = handoff(view, runs);
    var folder = folder(view);
    if (!Files.isDirectory(folder)) {
      lay(view, handoff, folder);
    }
    return started(handoff, folder);
  }

  private static Handoff handoff(RunView view, Runs runs) {
    if (view.commit().isEmpty()) {
      throw new RunRefusal.NothingAudited(view.run()).refused();
    }
    return Handoff.of(runs.spec(view.run()))
        .filter(handoff -> !handoff.start().isEmpty())
        .orElseThrow(() -> new TryRefusal.NoStart(view.run()).refused());
  }

  private Path folder(RunView view) {
    return shell.home().resolve("tries").resolve(view.run().value());
  }

  /// Clones the product and prepares it, whole or not at all.
  private void lay(RunView view, Handoff handoff, Path folder) {
    var being = folder.resolveSibling(folder.getFileName() + ".new");
    Program.remove(being);
    create(being.resolveSibling(""));
    done(
        shell.folder(),
        List.of(
            "git", "clone", "-q", "-b", "otto/" + view.run(), view.repository(), being.toString()));
    handoff.setup().forEach(command -> done(being, command));
    handoff.fixtures().forEach(command -> filled(being, command));
    move(being, folder);
  }

  /// A product that fell short can be tried without its sample data.
  private void filled(Path folder, List<String> command) {
    if (Program.within(folder, command) != 0) {
      shell.err().line("otto: There is no sample data of `%s`.".formatted(Words.of(command)));
    }
  }

  private int started(Handoff handoff, Path folder) {
    var number = Integer.toString(port.orElseGet(TryCommand::free));
    shell.out().line("http://127.0.0.1:" + number + "/");
    shell.err().line("It runs in %s, as you and without walls. Ctrl-C ends it.".formatted(folder));
    var exit = Program.within(folder, handoff.start(), Map.of("PORT", number));
    return exit == 0 || exit == ENDED_BY_CTRL_C || exit == ENDED_BY_REQUEST
        ? ExitCode.DONE
        : ExitCode.NOT_PASSED;
  }

  private static void done(Path folder, List<String> command) {
    if (Program.within(folder, command) != 0) {
      throw new TryRefusal.Failed(command).refused();
    }
  }

  private static void create(Path folder) {
    try {
      Files.createDirectories(folder);
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  private static void move(Path from, Path to) {
    try {
      Files.move(from, to);
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  private static int free() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException none) {
      throw new UncheckedIOException(none);
    }
  }
}
