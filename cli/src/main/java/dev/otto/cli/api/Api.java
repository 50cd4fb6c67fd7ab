package dev.otto.cli.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.otto.cli.http.EventStream;
import dev.otto.cli.http.Http;
import dev.otto.cli.http.ServerRefused;
import dev.otto.cli.http.Unreachable;
import dev.otto.cli.server.Server;
import dev.otto.cli.server.ServerLog;
import dev.otto.cli.server.ServerRefusal;
import dev.otto.cli.server.Servers;
import dev.otto.cli.shell.Keys;
import dev.otto.cli.shell.Patience;
import dev.otto.cli.shell.Shell;
import dev.otto.model.Refusal;
import dev.otto.model.Refusal.Refused;
import dev.otto.model.json.Json;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/// The api of the server of the user's home, which is started when it is first needed. A server
/// that goes away during a request is asked once more; a command has a key, so that it is obeyed
/// once.
public final class Api {
  /// A server that is just starting, or whose engine is just back, obeys within this time.
  private static final Duration TO_BE_BACK = Duration.ofSeconds(20);

  private final Shell shell;
  private final Supplier<Server> source;
  private Optional<Server> server = Optional.empty();

  public Api(Shell shell) {
    this(shell, () -> new Servers(shell).ready());
  }

  /// An api whose server comes from somewhere else, such as one that is waited for.
  public Api(Shell shell, Supplier<Server> source) {
    this.shell = shell;
    this.source = source;
  }

  /// A word of the user as one part of a path.
  public static String part(String word) {
    return URLEncoder.encode(word, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /// The body of a resource, as it came.
  public String text(String path) {
    return asked(http -> http.get(path));
  }

  /// The same, byte for byte.
  public byte[] bytes(String path) {
    return asked(http -> http.bytes(path));
  }

  public <T> T get(String path, Class<T> type) {
    return value(text(path), type);
  }

  /// Asks for something to be done and returns the answer as it came.
  public String post(String path, Object body) {
    var key = Keys.fresh();
    return asked(http -> http.post(path, body, key));
  }

  public <T> T post(String path, Object body, Class<T> type) {
    return value(post(path, body), type);
  }

  /// A stream of events; nothing if the server has gone away or is in trouble.
  public Optional<EventStream> events(String path) {
    var http = server().http();
    try {
      return Optional.of(http.events(path));
    } catch (Unreachable gone) {
      server = Optional.empty();
    } catch (Refused refused) {
      if (!(refused.refusal() instanceof ServerRefused refusal && refusal.passing())) {
        throw refused;
      }
    }
    return Optional.empty();
  }

  /// The server that is asked.
  public Server server() {
    if (server.isEmpty()) {
      server = Optional.of(source.get());
    }
    return server.get();
  }

  private <T> T asked(Question<T> question) {
    return answered(question)
        .or(() -> answered(question))
        .orElseThrow(() -> new ServerRefusal.Gone(ServerLog.of(shell.home()).file()).refused());
  }

  /// The answer, or nothing if the server went away over it. What is not ready is asked again: a
  /// command with the same key is obeyed once.
  private <T> Optional<T> answered(Question<T> question) {
    var http = server().http();
    var end = System.nanoTime() + TO_BE_BACK.toNanos();
    while (true) {
      try {
        return Optional.of(question.ask(http));
      } catch (Unreachable gone) {
        server = Optional.empty();
        return Optional.empty();
      } catch (Refused refused) {
        if (!notReady(refused) || System.nanoTime() > end) {
          throw refused;
        }
      }
      Patience.breathe();
    }
  }

  private static boolean notReady(Refused refused) {
    return refused.refusal().kind() == Refusal.Kind.UNAVAILABLE;
  }

  private static <T> T value(String text, Class<T> type) {
    try {
      return Json.own().readValue(text, type);
    } catch (JsonProcessingException unreadable) {
      throw new UnreadableAnswer(type.getSimpleName()).refused();
    }
  }

  private interface Question<T> {
    T ask(Http http) throws Unreachable;
  }
}
