package dev.otto.api.problem;

import dev.otto.model.Refusal;

/// Why Otto cannot answer just now, although nothing is wrong with what was asked.
public sealed interface ReadinessRefusal extends Refusal {
  /// A part of the server, such as the engine, is not ready yet.
  record Starting(String part) implements ReadinessRefusal {}

  record DatabaseAway() implements ReadinessRefusal {}

  record EngineAway() implements ReadinessRefusal {}

  record NoHost() implements ReadinessRefusal {}

  /// A host was asked for something short and has not done it.
  record HostFailed(String asked) implements ReadinessRefusal {}

  /// A command was sent, and nobody has obeyed it yet.
  record NotObeyed(String run) implements ReadinessRefusal {}

  @Override
  default String code() {
    return switch (this) {
      case Starting _ -> "starting";
      case DatabaseAway _ -> "database-away";
      case EngineAway _ -> "engine-away";
      case NoHost _ -> "no-host";
      case HostFailed _ -> "host-failed";
      case NotObeyed _ -> "not-obeyed-yet";
    };
  }

  @Override
  default String sentence() {
    return switch (this) {
      case Starting(var part) -> "Otto is starting: the %s is not ready yet.".formatted(part);
      case DatabaseAway _ -> "The database does not answer.";
      case EngineAway _ -> "The engine does not answer.";
      case NoHost _ -> "No worker has said yet that it is there.";
      case HostFailed(var asked) -> "The worker has not managed to %s.".formatted(asked);
      case NotObeyed(var run) -> "Run %s has not obeyed yet.".formatted(run);
    };
  }

  @Override
  default String nextStep() {
    return switch (this) {
      case Starting _, DatabaseAway _, EngineAway _ -> "Try again in a few seconds.";
      case NoHost _, HostFailed _ -> "Try again, and look at `otto doctor` if it stays so.";
      case NotObeyed _ -> "Send it again with the same key: it is never obeyed twice.";
    };
  }

  @Override
  default Kind kind() {
    return Kind.UNAVAILABLE;
  }
}
