package dev.otto.standalone.crash;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/// Asks for something until it is there, is hopeless, or took too long.
final class Patiently {
  private static final Duration BREATH = Duration.ofMillis(20);

  private Patiently() {}

  static <T> Optional<T> value(
      Duration most, Supplier<Optional<T>> asked, BooleanSupplier hopeless) {
    var end = Instant.now().plus(most);
    while (true) {
      var found = asked.get();
      if (found.isPresent() || hopeless.getAsBoolean() || Instant.now().isAfter(end)) {
        return found;
      }
      rest(BREATH);
    }
  }

  static void rest(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", stopped);
    }
  }
}
