package dev.otto.standalone.crash;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// What a case came to.
///
/// @param ready from the (last) kill to "ready"
/// @param moved from "ready", or without a new server from the kill, to the next step of the run
record Result(
    Kill kill,
    Optional<Duration> ready,
    Optional<Duration> moved,
    long recoveries,
    long lost,
    Duration whole,
    List<String> differences) {
  boolean equivalent() {
    return differences.isEmpty();
  }

  static Result broken(Kill kill, Throwable why) {
    return new Result(
        kill, Optional.empty(), Optional.empty(), 0, 0, Duration.ZERO, List.of(why.toString()));
  }

  String words() {
    return "%s: ready %s, moved %s, whole %s%s"
        .formatted(
            kill.words(),
            seconds(ready),
            seconds(moved),
            seconds(Optional.of(whole)),
            differences.isEmpty() ? "" : "  DIFFERS: " + String.join("; ", differences));
  }

  static String seconds(Optional<Duration> time) {
    return time.map(known -> "%.1f s".formatted(known.toMillis() / 1000.0)).orElse("-");
  }
}
