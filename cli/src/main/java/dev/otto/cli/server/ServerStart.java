package dev.otto.cli.server;

import dev.otto.cli.shell.Patience;
import dev.otto.cli.shell.Shell;
import dev.otto.cli.shell.StatusLine;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/// Brings up the server of a home and waits until it answers. Of several that are started at once
/// the home's lock lets one live; all wait for that one.
final class ServerStart {
  private static final Duration TO_BE_READY = Duration.ofSeconds(60);
  private static final Duration TO_ANSWER = Duration.ofSeconds(3);

  private final Shell shell;
  private final Path home;
  private final ServerLog log;
  private final Duration patience;
  private Optional<Process> child = Optional.empty();
  private long logWas;

  ServerStart(Shell shell) {
    this(shell, TO_BE_READY);
  }

  ServerStart(Shell shell, Duration patience) {
    this.shell = shell;
    this.home = shell.home();
    this.log = ServerLog.of(home);
    this.patience = patience;
  }

  /// The server, once it answers.
  Server ready() {
    var began = System.nanoTime();
    try (var line = new StatusLine(shell.err())) {
      return Patience.value(
              () -> {
                var server = answering();
                if (server.isEmpty()) {
                  takeCareThatOneStarts();
                  line.say(
                      log.meant(logWas)
                          .map(it -> "otto: " + it)
                          .orElse("otto: starting the server"),
                      secondsSince(began));
                }
                return server;
              },
              patience)
          .orElseThrow(() -> new ServerRefusal.TooSlow(patience.toSeconds(), log.file()).refused());
    }
  }

  private Optional<Server> answering() {
    return Server.answering(home, TO_ANSWER);
  }

  /// One that is just starting is left to it. One that said it was ready and does not answer is
  /// taken over by the next.
  private void takeCareThatOneStarts() {
    if (child.isEmpty() && !starting()) {
      child = Optional.of(started());
    }
    if (child.filter(process -> !process.isAlive()).isPresent() && !held()) {
      throw new ServerRefusal.Ended(log.last(logWas), log.file()).refused();
    }
  }

  private boolean starting() {
    return ServerNote.read(home).isEmpty()
        && OwnerNote.living(home).filter(owner -> !owner.stopped()).isPresent();
  }

  private boolean held() {
    return OwnerNote.living(home).isPresent();
  }

  private Process started() {
    var program = ServerProgram.named();
    try {
      log.prepared();
      logWas = log.length();
      return program.start(home, log, shell.variable("PATH").orElse("/usr/bin:/bin"));
    } catch (IOException cannot) {
      throw new ServerRefusal.NoHome(home, String.valueOf(cannot.getMessage())).refused();
    }
  }

  private static long secondsSince(long began) {
    return Duration.ofNanos(System.nanoTime() - began).toSeconds();
  }
}
