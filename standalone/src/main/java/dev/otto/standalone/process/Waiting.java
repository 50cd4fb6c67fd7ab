package dev.otto.standalone.process;

import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/// Waiting for something that sends no word: looked at every few milliseconds, never longer than
/// allowed.
public final class Waiting {
  private static final Duration LOOK = Duration.ofMillis(15);

  private Waiting() {}

  /// Whether it came true before the time was over. An interruption ends the waiting.
  public static boolean until(BooleanSupplier comeTrue, Duration time) {
    return value(() -> comeTrue.getAsBoolean() ? Optional.of(true) : Optional.empty(), time)
        .isPresent();
  }

  /// What was there before the time was over. An interruption ends the waiting.
  public static <T> Optional<T> value(Supplier<Optional<T>> looked, Duration time) {
    var end = System.nanoTime() + time.toNanos();
    while (true) {
      var found = looked.get();
      if (found.isPresent() || System.nanoTime() - end >= 0 || !slept()) {
        return found;
      }
    }
  }

  private static boolean slept() {
    try {
      Thread.sleep(LOOK);
      return true;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
