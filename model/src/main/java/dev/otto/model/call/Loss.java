package dev.otto.model.call;

import com.fasterxml.jackson.annotation.JsonProperty;

/// Why a call ended from outside, without an answer of its agent.
public enum Loss {
  /// Server, host or engine ended under it.
  @JsonProperty("otto-ended")
  OTTO_ENDED(false),
  /// A person paused the run at once.
  @JsonProperty("paused")
  PAUSED(false),
  /// The account's limit was reached; the call waits for it.
  @JsonProperty("account")
  ACCOUNT(false),
  /// Its share of the budget is used up; it goes on with what is left, if anything is.
  @JsonProperty("budget")
  BUDGET(false),
  /// A person had something to say to the agent at once.
  @JsonProperty("told")
  TOLD(false),
  @JsonProperty("crashed")
  CRASHED(true),
  @JsonProperty("stalled")
  STALLED(true),
  @JsonProperty("cut")
  CUT(true),
  @JsonProperty("timed-out")
  TIMED_OUT(true);

  private final boolean counts;

  Loss(boolean counts) {
    this.counts = counts;
  }

  /// Whether the third such loss in a row fails the attempt.
  public boolean counts() {
    return counts;
  }

  /// Whether Otto ended it for a reason that the call has no part in: what it used may be untold,
  /// and its account may not even have been asked.
  boolean ofOttosDoing() {
    return switch (this) {
      case OTTO_ENDED, PAUSED, TOLD -> true;
      case ACCOUNT, BUDGET, CRASHED, STALLED, CUT, TIMED_OUT -> false;
    };
  }

  /// The loss as people read it.
  public String words() {
    return switch (this) {
      case OTTO_ENDED -> "Otto ended under it";
      case PAUSED -> "the run was paused";
      case TOLD -> "somebody had a word for it";
      case ACCOUNT -> "the account's limit was reached";
      case BUDGET -> "its share of the budget was used up";
      case CRASHED -> "the agent crashed";
      case STALLED -> "the agent fell silent";
      case CUT -> "its answer was cut off";
      case TIMED_OUT -> "the agent took too long";
    };
  }
}
