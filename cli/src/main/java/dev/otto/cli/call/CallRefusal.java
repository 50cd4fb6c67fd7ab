package dev.otto.cli.call;

import dev.otto.model.GroupId;
import dev.otto.model.Refusal;
import dev.otto.model.RunId;

/// Why no call can be shown.
sealed interface CallRefusal extends Refusal {
  record NoCalls(RunId run) implements CallRefusal {}

  record NoCallsOf(RunId run, GroupId group) implements CallRefusal {}

  record NoSuchCall(RunId run, String call) implements CallRefusal {}

  @Override
  default String code() {
    return switch (this) {
      case NoCalls _, NoCallsOf _ -> "no-calls";
      case NoSuchCall _ -> "no-such-call";
    };
  }

  @Override
  default String sentence() {
    return switch (this) {
      case NoCalls(var run) -> "Run %s has called no agent yet.".formatted(run);
      case NoCallsOf(var run, var group) ->
          "Run %s has called no agent for a group %s.".formatted(run, group);
      case NoSuchCall(var run, var call) -> "Run %s has no call %s.".formatted(run, call);
    };
  }

  @Override
  default String nextStep() {
    return switch (this) {
      case NoCalls(var run) -> "See where it stands with `otto show %s`.".formatted(run);
      case NoCallsOf(var run, _) -> list(run);
      case NoSuchCall(var run, _) -> list(run);
    };
  }

  @Override
  default Kind kind() {
    return Kind.UNKNOWN;
  }

  private static String list(RunId run) {
    return "See its calls with `otto logs %s --json`.".formatted(run);
  }
}
