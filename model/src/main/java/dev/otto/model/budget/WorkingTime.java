package dev.otto.model.budget;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// How long a run has worked: time in pauses, at the gate and without a server does not count.
///
/// @param millis what is over and counted
/// @param since when the running stretch began; none while nothing counts
/// @param grants how often a person granted the limit again
/// @param addedSeconds what a person added to the limit
public record WorkingTime(long millis, Optional<Instant> since, int grants, long addedSeconds) {
  public static final WorkingTime NONE = new WorkingTime(0, Optional.empty(), 0, 0);

  public WorkingTime {
    since = since == null ? Optional.empty() : since;
  }

  /// The time as it stands when, at this moment, the run works or does not.
  public WorkingTime at(Instant moment, boolean works) {
    var counted =
        since.map(start -> Math.max(0, Duration.between(start, moment).toMillis())).orElse(0L);
    return new WorkingTime(
        millis + counted, works ? Optional.of(moment) : Optional.empty(), grants, addedSeconds);
  }

  /// The time when a new server carries the run on: what lay between is not counted.
  public WorkingTime carriedOn(Instant moment) {
    return new WorkingTime(millis, since.map(_ -> moment), grants, addedSeconds);
  }

  /// The time without so much of a sleep of the machine. A run that stands still now did so then.
  public WorkingTime slept(Instant moment, long sleepMillis) {
    if (since.isEmpty()) {
      return this;
    }
    var awake = Math.max(0, at(moment, true).millis() - sleepMillis);
    return new WorkingTime(awake, Optional.of(moment), grants, addedSeconds);
  }

  /// The time after a person, at its end, granted as much again.
  public WorkingTime granted() {
    return new WorkingTime(millis, since, grants + 1, addedSeconds);
  }

  /// The time after a person added so much to its limit.
  public WorkingTime raised(long seconds) {
    return new WorkingTime(millis, since, grants, addedSeconds + seconds);
  }

  /// What is left of the limit with its grants, at least nothing.
  public Duration left(long limitSeconds, Instant now) {
    var limit = (limitSeconds * (1 + grants) + addedSeconds) * 1000;
    return Duration.ofMillis(Math.max(0, limit - at(now, true).millis()));
  }
}
