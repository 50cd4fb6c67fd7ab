package dev.otto.cli.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.otto.cli.http.Http;
import dev.otto.cli.http.ServerRefused;
import dev.otto.cli.http.Unreachable;
import dev.otto.model.Refusal.Refused;
import dev.otto.model.json.Json;
import dev.otto.model.server.ServerView;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/// A server that answers: what it wrote of itself, what it says of itself, and how to ask it.
public record Server(ServerNote note, ServerView view, Http http) {
  /// The server of a home, if it said that it is ready, its process lives and it answers in time.
  /// Without a living owner nobody is asked: the secret is not for a stranger on its port.
  static Optional<Server> answering(Path home, Duration time) {
    var owner = OwnerNote.living(home).filter(process -> !process.stopped());
    return ServerNote.read(home)
        .filter(note -> owner.filter(process -> process.pid() == note.pid()).isPresent())
        .flatMap(note -> note.address().map(Http::new).flatMap(http -> asked(note, http, time)));
  }

  /// Whether runs are open that a restart would interrupt, or may be: while its database is away
  /// nobody knows.
  boolean busy() {
    return view.openRuns().map(number -> number > 0).orElse(true);
  }

  private static Optional<Server> asked(ServerNote note, Http http, Duration time) {
    try {
      var view = Json.own().readValue(http.within(time).get("server"), ServerView.class);
      return Optional.of(new Server(note, view, http));
    } catch (Refused refused) {
      return silentUnlessStrange(refused);
    } catch (Unreachable | JsonProcessingException silent) {
      return Optional.empty();
    }
  }

  /// A server that does not know us is there all the same: another one must not take its home.
  private static Optional<Server> silentUnlessStrange(Refused refused) {
    if (refused.refusal() instanceof ServerRefused door && door.stranger()) {
      throw refused;
    }
    return Optional.empty();
  }
}
