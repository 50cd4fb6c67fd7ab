package dev.otto.activities.process;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// What became of a command: why it ended, when, how long it lived (without the machine's sleep),
/// what it wrote, and which of its processes would not die (usually none).
public record Outcome(
    Ending ending,
    Instant startedAt,
    Instant endedAt,
    Duration alive,
    Log out,
    Log err,
    List<ProcessIdentity> survivors) {
  public Outcome {
    survivors = List.copyOf(survivors);
  }

  public boolean well() {
    return ending.well();
  }
}
