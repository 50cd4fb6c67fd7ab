package dev.otto.activities.agent.scripted.play;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Optional;

/// How fast a recipe is played: 1 as written, 2 twice as fast, `max` without any waiting.
public record Pace(Optional<BigDecimal> factor) {
  public static final Pace AS_WRITTEN = new Pace(Optional.of(BigDecimal.ONE));
  public static final Pace UNLIMITED = new Pace(Optional.empty());

  public Pace {
    if (factor.isPresent() && factor.get().signum() <= 0) {
      throw new IllegalArgumentException(
          "a speed is a number above 0 or 'max', not " + factor.get());
    }
  }

  public static Pace of(String word) {
    if (word.equals("max")) {
      return UNLIMITED;
    }
    try {
      return new Pace(Optional.of(new BigDecimal(word)));
    } catch (NumberFormatException notANumber) {
      throw new IllegalArgumentException(
          "a speed is a number above 0 or 'max', not '%s'".formatted(word), notANumber);
    }
  }

  /// The word on the command line.
  public String word() {
    return factor.map(BigDecimal::toPlainString).orElse("max");
  }

  Duration of(Duration written) {
    return factor
        .map(speed ->
            Duration.ofMillis(
                BigDecimal.valueOf(written.toMillis())
                    .divide(speed, RoundingMode.CEILING)
                    .longValue()))
        .orElse(Duration.ZERO);
  }
}
