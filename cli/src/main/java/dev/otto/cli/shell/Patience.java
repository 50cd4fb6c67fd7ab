package dev.otto.cli.shell;

import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/// Waiting for what other processes do; they tell nobody, so one has to look.
public final class Patience {
  private static final Duration LOOK_EVERY = Duration.ofMillis(50);

  private Patience() {}

  /// Whether it becomes true before the time is over.
  public static boolean until(BooleanSupplier truth, Duration time) {
    return value(() -> truth.getAsBoolean() ? Optional.of(true) : Optional.empty(), time)
        .isPresent();
  }

  /// The value, as soon as there is one; nothing if the time is over first.
  public static <T> Optional<T> value(Supplier<Optional<T>> looked, Duration time) {
    var end = System.nanoTime() + time.toNanos();
    while (true) {
      var seen = looked.get();
      if (seen.isPresent() || System.nanoTime() > end) {
        return seen;
      }
      breathe();
    }
  }

  /// A moment between two looks.
  public static void breathe() {
    rest(LOOK_EVERY);
  }

  /// Lets the time go by.
  public static void rest(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting", interrupted);
    }
  }
}
