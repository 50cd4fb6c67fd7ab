package dev.otto.activities.process;

import java.time.Duration;

/// Why a command ended.
public sealed interface Ending {
  /// By itself.
  record Exited(Exit exit) implements Ending {}

  /// It took longer than it might.
  record TimedOut(Duration limit, Exit exit) implements Ending {}

  /// It said nothing for longer than it might.
  record FellSilent(Duration limit, Exit exit) implements Ending {}

  /// Otto ended it, for this reason.
  record Ended(String reason, Exit exit) implements Ending {}

  /// It never ran, because its walls could not be put up. (A program that cannot be found *exits*,
  /// with code 127.)
  record NeverRan(String why) implements Ending {}

  /// Whether the command ended by itself and says that all went well.
  default boolean well() {
    return this instanceof Exited(var exit) && exit.well();
  }
}
