package dev.otto.cli.run;

import dev.otto.cli.api.Api;
import dev.otto.cli.api.Runs;
import dev.otto.cli.render.Outcome;
import dev.otto.cli.render.SpecReady;
import dev.otto.cli.server.Server;
import dev.otto.cli.server.ServerLog;
import dev.otto.cli.server.ServerRefusal;
import dev.otto.cli.server.Servers;
import dev.otto.cli.shell.ExitCode;
import dev.otto.cli.shell.Patience;
import dev.otto.cli.shell.Shell;
import dev.otto.model.run.RunView;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.function.Function;

/// Follows a run before the eyes of a person or for a program, and says at its end what it came to.
final class Following {
  private static final Duration TO_COME_BACK = Duration.ofSeconds(60);

  private final Shell shell;
  private final boolean json;
  private final boolean verbose;

  /// @param json whether stdout is for a program; then people are told on stderr
  Following(Shell shell, boolean json) {
    this(shell, json, false);
  }

  /// @param verbose whether people are also told what agents said
  Following(Shell shell, boolean json, boolean verbose) {
    this.shell = shell;
    this.json = json;
    this.verbose = verbose;
  }

  /// The exit code of the run, once it has ended.
  int followed(RunView run) {
    return concluded(watched(run, Watch::untilEnded));
  }

  /// Follows it until its spec is there: that is all that was asked for.
  int followedToTheGate(RunView run) {
    var stood = watched(run, Watch::untilItWaits);
    if (stood.verdict().isPresent()) {
      return concluded(stood);
    }
    if (json) {
      shell.out().line(Result.of(stood, new Runs(new Api(shell))));
    } else {
      SpecReady.lines(stood).forEach(line -> shell.out().line(line.text(shell.out().color())));
    }
    return ExitCode.DONE;
  }

  private int concluded(RunView ended) {
    var runs = new Runs(new Api(shell));
    if (json) {
      shell.out().line(Result.of(ended, runs));
    } else {
      var outcome = new Outcome(ended, Handoff.startable(ended, runs));
      outcome.lines().forEach(line -> shell.out().line(line.text(shell.out().color())));
    }
    return ExitCode.of(ended.verdict().orElseThrow());
  }

  private RunView watched(RunView run, Function<Watch, RunView> patience) {
    try (var teller = teller(run);
        var _ = new Detaching(run.run(), teller, shell.err())) {
      var connection = new Connection(teller, Patience::rest);
      return patience.apply(
          new Watch(new Api(shell, () -> waitedFor(connection)), run, teller, connection));
    }
  }

  private Teller teller(RunView run) {
    var output = json ? shell.err() : shell.out();
    if (verbose) {
      var plain = new PlainTeller(run.run(), output, ZoneId.systemDefault());
      return new TalkativeTeller(run.run(), plain, output, new Runs(new Api(shell)));
    }
    return output.terminal()
        ? new LiveTeller(run, output, InstantSource.system())
        : new PlainTeller(run.run(), output, ZoneId.systemDefault());
  }

  /// The server; one that went away is given time to come back, and is not started from here.
  private Server waitedFor(Connection connection) {
    var servers = new Servers(shell);
    return servers
        .running()
        .orElseGet(() -> {
          connection.lost();
          return Patience.value(servers::running, TO_COME_BACK).orElseThrow(() -> gone().refused());
        });
  }

  private ServerRefusal gone() {
    return new ServerRefusal.Gone(ServerLog.of(shell.home()).file());
  }
}
