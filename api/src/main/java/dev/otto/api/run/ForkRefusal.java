package dev.otto.api.run;

import dev.otto.model.Names;
import dev.otto.model.Refusal;
import dev.otto.model.RunId;

/// Why a run cannot be forked so.
public sealed interface ForkRefusal extends Refusal {
  /// Forks begin where nothing of a run has to be believed: at its intent, or at its spec.
  record NotFrom(String phase) implements ForkRefusal {}

  record NoBase(RunId run) implements ForkRefusal {}

  record NeverApproved(RunId run) implements ForkRefusal {}

  @Override
  default String code() {
    return switch (this) {
      case NotFrom _ -> "not-from-there";
      case NoBase _ -> "no-base";
      case NeverApproved _ -> "never-approved";
    };
  }

  @Override
  default String sentence() {
    return switch (this) {
      case NotFrom(var phase) ->
          "A run is forked from compile or build, not from %s: what was merged and audited belongs to its own run."
              .formatted(Names.quoted(phase));
      case NoBase(var run) -> "Run %s ended before it had a base.".formatted(run);
      case NeverApproved(var run) -> "The spec of run %s was never approved.".formatted(run);
    };
  }

  @Override
  default String nextStep() {
    return switch (this) {
      case NotFrom _ -> "Type --from build, which keeps the spec, or --from compile.";
      case NoBase _ -> "Ask anew with `otto run`.";
      case NeverApproved(var run) ->
          "Type `otto fork %s --from compile`, or give a spec with --with-spec.".formatted(run);
    };
  }

  @Override
  default Kind kind() {
    return switch (this) {
      case NotFrom _ -> Kind.INVALID;
      case NoBase _, NeverApproved _ -> Kind.CONFLICT;
    };
  }
}
