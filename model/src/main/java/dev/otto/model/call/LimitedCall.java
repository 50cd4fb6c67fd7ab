package dev.otto.model.call;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/// A call that waits for the account of its provider, or for the next day of its project's budget.
///
/// @param provider whose account it is, or [#PROJECT]
/// @param until when the account is asked again
/// @param why what the provider said
public record LimitedCall(CallOrder order, String provider, Instant until, String why) {
  /// What stands in the place of a provider where a project's budget is meant.
  public static final String PROJECT = "(project)";

  public LimitedCall {
    requireNonNull(order);
    requireNonNull(provider);
    requireNonNull(until);
    requireNonNull(why);
  }

  /// What it waits for, as people read it.
  public String what() {
    return what(provider);
  }

  /// The same of a provider, or of [#PROJECT].
  public static String what(String provider) {
    return provider.equals(PROJECT)
        ? "the project's budget of the day"
        : "the account of " + provider;
  }
}
