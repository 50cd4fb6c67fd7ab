package dev.otto.standalone.crash;

import dev.otto.model.run.RunEvent;
import dev.otto.store.run.Events;
import java.time.Duration;
import java.util.List;

/// A moment in the life of a run: so long after something happened for the n-th time.
record Moment(Happening after, int times, Duration delay) {
  /// Whether it has happened; what was there before `since` does not count.
  boolean reachedIn(List<Events.Row> log, long since) {
    return log.stream()
            .filter(row -> row.seq() > since)
            .map(Events.Row::body)
            .map(Happening::of)
            .filter(after::equals)
            .count()
        >= times;
  }

  /// Soon after a new server has taken the run over.
  static Moment recovering(Duration delay) {
    return new Moment(Happening.of(new RunEvent.Recovered(0)), 1, delay);
  }

  @Override
  public String toString() {
    return after + (times > 1 ? " (" + times + ")" : "") + " + " + delay.toMillis() + " ms";
  }
}
