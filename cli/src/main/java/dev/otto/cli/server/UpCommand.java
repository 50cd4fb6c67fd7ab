package dev.otto.cli.server;

import dev.otto.cli.shell.ExitCode;
import dev.otto.cli.shell.ReadingCommand;
import dev.otto.cli.shell.Shell;
import dev.otto.model.json.Json;
import dev.otto.model.server.ServerView.EngineView;
import java.nio.file.Path;

/// `otto up`: takes care that the server runs, and says where.
public final class UpCommand extends ReadingCommand {
  private final Shell shell;

  public UpCommand(Shell shell) {
    this.shell = shell;
  }

  /// What scripts are told of the server.
  private record Up(String url, String engine, long pid, String build, Path log) {}

  @Override
  public int run() {
    var server = new Servers(shell).ready();
    var engine = server.view().engine().map(UpCommand::words).orElse(server.note().engine());
    var note = server.note();
    var log = ServerLog.of(shell.home()).file();
    if (json()) {
      shell
          .out()
          .line(Json.text(new Up(note.url().toString(), engine, note.pid(), note.build(), log)));
      return ExitCode.DONE;
    }
    shell.out().line("Otto runs at %s (process %d).".formatted(note.url(), note.pid()));
    shell.out().line("  engine   " + engine);
    shell.out().line("  log      " + log);
    shell.out().line("  browser  otto web");
    return ExitCode.DONE;
  }

  private static String words(EngineView engine) {
    return engine.kind()
        + " "
        + engine.version()
        + engine.uiUrl().map(url -> ", its page is " + url).orElse("");
  }
}
