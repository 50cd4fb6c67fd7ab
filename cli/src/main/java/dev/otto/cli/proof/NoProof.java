package dev.otto.cli.proof;

import dev.otto.model.Refusal;
import dev.otto.model.RunId;

/// The run has no proof yet.
record NoProof(RunId run, String state) implements Refusal {
  @Override
  public String code() {
    return "no-proof";
  }

  @Override
  public String sentence() {
    return "Run %s has no proof: it is %s.".formatted(run, state);
  }

  @Override
  public String nextStep() {
    return "Wait for it with `otto watch %s`.".formatted(run);
  }

  @Override
  public Kind kind() {
    return Kind.CONFLICT;
  }
}
