package dev.otto.standalone.demo;

import dev.otto.activities.provider.ProviderKind;
import dev.otto.model.Refusal;
import java.util.Arrays;
import java.util.stream.Collectors;

/// The demo cannot be played through that agent.
sealed interface NoSuchProgram extends Refusal {
  /// A real agent whose program is not on this host.
  record Missing(ProviderKind agent) implements NoSuchProgram {}

  /// No real agent at all.
  record Unknown(String word) implements NoSuchProgram {}

  @Override
  default String code() {
    return "no-such-program";
  }

  @Override
  default String sentence() {
    return switch (this) {
      case Missing(var agent) -> "There is no %s on this host.".formatted(agent.title());
      case Unknown(var word) ->
          "A recipe is played through %s, not through '%s'.".formatted(all(), word);
    };
  }

  @Override
  default String nextStep() {
    return switch (this) {
      case Missing(var agent) ->
          "Install it (npm install -g %s), or name its program in OTTO_%s; then restart Otto."
              .formatted(agent.npm(), agent.name());
      case Unknown _ -> "Or leave it out: the scripted agent plays it then.";
    };
  }

  @Override
  default Kind kind() {
    return switch (this) {
      case Missing _ -> Kind.UNAVAILABLE;
      case Unknown _ -> Kind.INVALID;
    };
  }

  private static String all() {
    return Arrays.stream(ProviderKind.values())
        .map(ProviderKind::word)
        .collect(Collectors.joining(" or "));
  }
}
