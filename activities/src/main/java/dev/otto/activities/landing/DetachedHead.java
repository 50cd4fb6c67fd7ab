package dev.otto.activities.landing;

import dev.otto.model.Refusal;

/// The user's checkout is on no branch, so there is none to land in.
record DetachedHead(String folder) implements Refusal {
  @Override
  public String code() {
    return "detached-head";
  }

  @Override
  public String sentence() {
    return "The checkout in %s is on no branch.".formatted(folder);
  }

  @Override
  public String nextStep() {
    return "Check out the branch that is to have the product, then land again.";
  }

  @Override
  public Kind kind() {
    return Kind.CONFLICT;
  }
}
