package dev.otto.cli.run;

import java.time.Duration;
import java.util.function.Consumer;

/// The connection of a watcher: that it is lost is told once, that it is back is told once, and
/// each new try comes after a longer pause.
final class Connection {
  static final Duration FIRST_PAUSE = Duration.ofMillis(100);
  static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final Teller teller;
  private final Consumer<Duration> rest;
  private Duration pause = FIRST_PAUSE;
  private boolean lost;
  private boolean opened;

  /// @param rest lets a time go by
  Connection(Teller teller, Consumer<Duration> rest) {
    this.teller = teller;
    this.rest = rest;
  }

  /// There is a stream; whether it carries anything will be seen.
  void opened() {
    opened = true;
  }

  void lost() {
    opened = false;
    if (!lost) {
      lost = true;
      teller.away();
    }
  }

  /// The stream carries news, or is silent because there are none. What came over one that is lost
  /// by now is no sign of life.
  void well() {
    if (opened) {
      back();
    }
  }

  /// The server is there.
  void back() {
    pause = FIRST_PAUSE;
    if (lost) {
      lost = false;
      teller.back();
    }
  }

  /// Waits before the next try; a person who looks sees that time goes by.
  void pause() {
    for (var left = pause; left.isPositive(); left = left.minus(SECOND)) {
      rest.accept(left.compareTo(SECOND) < 0 ? left : SECOND);
      teller.ticked();
    }
    var longer = pause.multipliedBy(2);
    pause = longer.compareTo(LONGEST_PAUSE) < 0 ? longer : LONGEST_PAUSE;
  }
}
