package dev.otto.activities.process;

import java.time.Duration;
import java.util.Optional;

/// How long a command may take, how long it may say nothing, and how long it gets to end when asked
/// to.
public record Patience(Duration total, Optional<Duration> silence, Duration grace) {
  private static final Duration GRACE = Duration.ofSeconds(2);

  public Patience {
    positive(total);
    silence.ifPresent(Patience::positive);
    if (grace.isNegative()) {
      throw new IllegalArgumentException("a grace cannot be negative: " + grace);
    }
  }

  public static Patience of(Duration total) {
    return new Patience(total, Optional.empty(), GRACE);
  }

  public Patience withSilence(Duration longest) {
    return new Patience(total, Optional.of(longest), grace);
  }

  public Patience withGrace(Duration grace) {
    return new Patience(total, silence, grace);
  }

  private static void positive(Duration limit) {
    if (!limit.isPositive()) {
      throw new IllegalArgumentException("a limit must be longer than " + limit);
    }
  }
}
