package dev.otto.model.call;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/// A call that waits for the account of its provider.
///
/// @param until when the account is asked again
/// @param why what the provider said
public record LimitedCall(CallOrder order, String provider, Instant until, String why) {
  public LimitedCall {
    requireNonNull(order);
    requireNonNull(provider);
    requireNonNull(until);
    requireNonNull(why);
  }
}
