package dev.otto.model.landing;

import dev.otto.model.CommitId;
import dev.otto.model.Refusal;
import dev.otto.model.RunId;

/// Why Otto will not land a run.
public sealed interface LandingRefusal extends Refusal {
  record AlreadyLanded(RunId run, String branch) implements LandingRefusal {}

  /// The person looked at another commit than the audited one.
  record StaleCommit(RunId run, CommitId audited) implements LandingRefusal {}

  @Override
  default String code() {
    return switch (this) {
      case AlreadyLanded _ -> "already-landed";
      case StaleCommit _ -> "stale-commit";
    };
  }

  @Override
  default String sentence() {
    return switch (this) {
      case AlreadyLanded(var run, var branch) ->
          "Run %s has landed on %s already.".formatted(run, branch);
      case StaleCommit(var run, var audited) ->
          "The audited commit of run %s is another one: %s."
              .formatted(run, audited.hex().substring(0, 12));
    };
  }

  @Override
  default String nextStep() {
    return switch (this) {
      case AlreadyLanded(var run, _) -> "Look at it with `otto show %s`.".formatted(run);
      case StaleCommit(var run, _) ->
          "Look at it again with `otto show %s`, then land.".formatted(run);
    };
  }

  @Override
  default Kind kind() {
    return Kind.CONFLICT;
  }
}
