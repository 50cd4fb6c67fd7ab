package dev.otto.standalone.server;

import dev.otto.model.Refusal;
import java.net.URI;
import java.nio.file.Path;

/// Why a second server does not start on a home.
public sealed interface ServerRefusal extends Refusal {
  /// A healthy server answers there.
  record Serving(Path home, long pid, URI url) implements ServerRefusal {}

  /// Another server is about to.
  record Starting(Path home, long pid) implements ServerRefusal {}

  /// Its owner does not answer and cannot be ended.
  record Stays(long pid) implements ServerRefusal {}

  /// Someone holds it whom this process cannot see, such as a server in another container.
  record HeldUnseen(Path home) implements ServerRefusal {}

  @Override
  default String code() {
    return switch (this) {
      case Serving _ -> "already-serving";
      case Starting _ -> "already-starting";
      case Stays _ -> "owner-stays";
      case HeldUnseen _ -> "home-held";
    };
  }

  @Override
  default String sentence() {
    return switch (this) {
      case Serving(var home, var pid, var url) ->
          "A server (process %d) already serves %s at %s.".formatted(pid, home, url);
      case Starting(var home, var pid) ->
          "A server (process %d) is just starting on %s.".formatted(pid, home);
      case Stays(var pid) ->
          "The server with process %d does not answer and cannot be ended.".formatted(pid);
      case HeldUnseen(var home) ->
          "%s is held by a server that cannot be seen from here.".formatted(home);
    };
  }

  @Override
  default String nextStep() {
    return switch (this) {
      case Serving _ -> "Use it, or end it first.";
      case Starting _ -> "Wait a moment and ask again.";
      case Stays(var pid) -> "End process %d yourself.".formatted(pid);
      case HeldUnseen _ -> "End that server, or name another home with OTTO_HOME.";
    };
  }

  @Override
  default Kind kind() {
    return Kind.CONFLICT;
  }
}
