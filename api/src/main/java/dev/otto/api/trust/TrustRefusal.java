package dev.otto.api.trust;

import dev.otto.model.Digest;
import dev.otto.model.Refusal;

/// Why what a repository brings along is not allowed.
public sealed interface TrustRefusal extends Refusal {
  /// It is not what the person looked at.
  record Changed(Digest looked, Digest now) implements TrustRefusal {}

  record NothingToAllow(String repository) implements TrustRefusal {}

  @Override
  default String code() {
    return switch (this) {
      case Changed _ -> "baggage-changed";
      case NothingToAllow _ -> "nothing-to-allow";
    };
  }

  @Override
  default String sentence() {
    return switch (this) {
      case Changed(var looked, var now) ->
          "The repository brings %s along now, not %s.".formatted(now.hex(), looked.hex());
      case NothingToAllow(var repository) ->
          "%s brings nothing along that agents would obey.".formatted(repository);
    };
  }

  @Override
  default String nextStep() {
    return switch (this) {
      case Changed _ -> "Look at it again with `otto trust`.";
      case NothingToAllow _ -> "There is nothing to do.";
    };
  }

  @Override
  default Kind kind() {
    return Kind.CONFLICT;
  }
}
