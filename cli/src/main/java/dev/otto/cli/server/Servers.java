package dev.otto.cli.server;

import dev.otto.cli.shell.Shell;
import java.time.Duration;
import java.util.Optional;

/// The server of the user's home: found, or started.
public final class Servers {
  private static final Duration AT_ONCE = Duration.ofSeconds(1);
  private static final Duration UNDER_LOAD = Duration.ofSeconds(3);

  private final Shell shell;

  public Servers(Shell shell) {
    this.shell = shell;
  }

  /// The server, if one answers.
  public Optional<Server> running() {
    return Server.answering(shell.home(), AT_ONCE)
        .or(() -> Server.answering(shell.home(), UNDER_LOAD));
  }

  /// The server, started if none answers, and started anew if an idle one is of another build.
  public Server ready() {
    return running().map(this::ofThisBuild).orElseGet(() -> new ServerStart(shell).ready());
  }

  private Server ofThisBuild(Server server) {
    var mine = Build.current();
    if (mine.isEmpty() || mine.get().equals(server.view().build())) {
      return server;
    }
    if (server.busy()) {
      shell
          .err()
          .line(
              "otto: The server is of another build and has open runs. `otto down` and any command"
                  + " start this one; the runs go on.");
      return server;
    }
    new ServerStop(shell).stop();
    return new ServerStart(shell).ready();
  }
}
