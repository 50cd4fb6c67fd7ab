package dev.otto.api.record;

import dev.otto.model.Digest;
import dev.otto.model.Refusal;
import dev.otto.model.RunId;

/// Why something of a run cannot be shown: it is not there yet.
public sealed interface RecordRefusal extends Refusal {
  record NoSpec(RunId run) implements RecordRefusal {}

  record NoSuchSpec(RunId run, Digest spec) implements RecordRefusal {}

  record NoSuchEvidence(RunId run, Digest evidence) implements RecordRefusal {}

  record NoProof(RunId run) implements RecordRefusal {}

  record NoLog(RunId run, String call) implements RecordRefusal {}

  record NoPrompt(RunId run, String call) implements RecordRefusal {}

  @Override
  default String code() {
    return switch (this) {
      case NoSpec _ -> "no-spec";
      case NoSuchSpec _ -> "no-such-spec";
      case NoSuchEvidence _ -> "no-such-evidence";
      case NoProof _ -> "no-proof";
      case NoLog _ -> "no-log";
      case NoPrompt _ -> "no-prompt";
    };
  }

  @Override
  default String sentence() {
    return switch (this) {
      case NoSpec(var run) -> "Run %s has no spec yet.".formatted(run);
      case NoSuchSpec(var run, var spec) ->
          "Run %s has no revision %s of its spec.".formatted(run, spec.hex().substring(0, 12));
      case NoSuchEvidence(var run, var evidence) ->
          "The proof of run %s names no evidence %s."
              .formatted(run, evidence.hex().substring(0, 12));
      case NoProof(var run) -> "Run %s has no proof and no audited changes (yet).".formatted(run);
      case NoLog(var run, var call) -> "Run %s has no log of a call %s.".formatted(run, call);
      case NoPrompt(var run, var call) ->
          "Run %s has kept no prompt of a call %s.".formatted(run, call);
    };
  }

  @Override
  default String nextStep() {
    return switch (this) {
      case NoSpec(var run) -> show(run);
      case NoSuchSpec(var run, _) -> show(run);
      case NoSuchEvidence(var run, _) -> show(run);
      case NoProof(var run) -> show(run);
      case NoLog(var run, _) -> show(run);
      case NoPrompt(var run, _) -> show(run);
    };
  }

  @Override
  default Kind kind() {
    return Kind.UNKNOWN;
  }

  private static String show(RunId run) {
    return "See where it stands with `otto show %s`.".formatted(run);
  }
}
