package dev.otto.api.door;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// The codes of sign-in links: each is good once, for half a minute.
final class SignInCodes {
  private static final Duration LIFE = Duration.ofSeconds(30);

  private final InstantSource clock;
  private final Map<String, Instant> due = new ConcurrentHashMap<>();

  SignInCodes(InstantSource clock) {
    this.clock = clock;
  }

  /// A code and the moment until which it is good.
  record Code(String text, Instant due) {}

  Code fresh() {
    var now = clock.instant();
    due.values().removeIf(now::isAfter);
    var code = new Code(Seal.random(), now.plus(LIFE));
    due.put(code.text(), code.due());
    return code;
  }

  /// Whether the code was good; it is not any more.
  boolean redeem(String code) {
    var until = due.remove(code);
    return until != null && !clock.instant().isAfter(until);
  }
}
