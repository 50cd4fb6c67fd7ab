package dev.otto.cli.run;

import dev.otto.cli.render.Words;
import dev.otto.model.Refusal;
import dev.otto.model.RunId;
import java.util.List;

/// Why a product cannot be tried.
sealed interface TryRefusal extends Refusal {
  record NoStart(RunId run) implements TryRefusal {}

  record Failed(List<String> command) implements TryRefusal {
    public Failed {
      command = List.copyOf(command);
    }
  }

  @Override
  default String code() {
    return switch (this) {
      case NoStart _ -> "no-start";
      case Failed _ -> "preparation-failed";
    };
  }

  @Override
  default String sentence() {
    return switch (this) {
      case NoStart(var run) -> "The spec of run %s does not say how to start it.".formatted(run);
      case Failed(var command) -> "This did not end well: %s.".formatted(Words.of(command));
    };
  }

  @Override
  default String nextStep() {
    return switch (this) {
      case NoStart(var run) ->
          "Get it with `git clone -b otto/%s`; see `otto show %1$s`.".formatted(run);
      case Failed _ -> "What it said stands above.";
    };
  }

  @Override
  default Kind kind() {
    return Kind.CONFLICT;
  }
}
