package dev.otto.cli.server;

import dev.otto.cli.http.Http;
import dev.otto.cli.http.Unreachable;
import dev.otto.cli.shell.Keys;
import dev.otto.cli.shell.Shell;
import dev.otto.model.Refusal.Refused;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/// Ends the server of a home: asked first, then told, then killed; never another process that has
/// got its pid.
final class ServerStop {
  /// What was ended.
  record Stopped(long pid, boolean killed) {}

  private static final Duration TO_ANSWER = Duration.ofSeconds(3);

  private final Path home;
  private final Duration patience;

  ServerStop(Shell shell) {
    this(shell, Duration.ofSeconds(15));
  }

  ServerStop(Shell shell, Duration patience) {
    this.home = shell.home();
    this.patience = patience;
  }

  /// Ends it and waits until its process is gone; nothing if no server runs.
  Optional<Stopped> stop() {
    return OwnerNote.living(home).map(this::stopped);
  }

  private Stopped stopped(OtherProcess server) {
    if (server.stopped()) {
      server.resume();
    }
    if (ServerNote.read(home).filter(ServerStop::obeys).isEmpty()) {
      server.terminate();
    }
    if (server.goneWithin(patience)) {
      return new Stopped(server.pid(), false);
    }
    server.terminate();
    if (server.goneWithin(patience.dividedBy(3))) {
      return new Stopped(server.pid(), false);
    }
    server.kill();
    if (server.goneWithin(patience)) {
      return new Stopped(server.pid(), true);
    }
    throw new ServerRefusal.Stays(server.pid()).refused();
  }

  private static boolean obeys(ServerNote note) {
    try {
      var http = note.address().map(Http::new).map(it -> it.within(TO_ANSWER));
      if (http.isEmpty()) {
        return false;
      }
      http.get().post("shutdown", Map.of(), Keys.fresh());
      return true;
    } catch (Unreachable | Refused silent) {
      return false;
    }
  }
}
