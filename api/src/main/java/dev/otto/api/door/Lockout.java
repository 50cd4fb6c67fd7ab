package dev.otto.api.door;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/// Who showed wrong tokens too often: from the twentieth within a minute on, nobody from there is
/// asked for a token any more until the minute is over.
final class Lockout {
  private static final int MOST = 20;
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final InstantSource clock;
  private final Map<String, Deque<Instant>> wrong = new HashMap<>();

  Lockout(InstantSource clock) {
    this.clock = clock;
  }

  /// For how many seconds this source stays out; 0 if it is not locked out.
  synchronized long secondsLeft(String source) {
    var recent = recent(source);
    return recent.size() < MOST
        ? 0
        : Math.max(
            1, Duration.between(clock.instant(), recent.getFirst().plus(MINUTE)).toSeconds());
  }

  synchronized void wrong(String source) {
    forgetTheQuiet();
    wrong.computeIfAbsent(source, _ -> new ArrayDeque<>()).addLast(clock.instant());
  }

  private Deque<Instant> recent(String source) {
    var known = wrong.getOrDefault(source, new ArrayDeque<>());
    while (!known.isEmpty() && old(known.getFirst())) {
      known.removeFirst();
    }
    return known;
  }

  private void forgetTheQuiet() {
    wrong.values().removeIf(known -> known.isEmpty() || old(known.getLast()));
  }

  private boolean old(Instant moment) {
    return moment.plus(MINUTE).isBefore(clock.instant());
  }
}
