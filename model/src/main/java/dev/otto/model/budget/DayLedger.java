package dev.otto.model.budget;

import dev.otto.model.settings.Limits;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/// What all runs of a project have used on one day, and what is set aside for their calls that are
/// under way.
public record DayLedger(Limits limits, Spending spent, Spending reserved) {
  private static final String WHOSE = "the project's budget for a day";

  /// Whether one more call may be made, and how much it may use.
  ///
  /// @param again whether it is a repetition
  public Admission admission(boolean again) {
    return new Rest(WHOSE, limits, spent, reserved, again).share();
  }

  /// What of it is used, in words.
  public Optional<String> words() {
    return spent.words(limits).map("the project today: "::concat);
  }

  /// When the day of this moment began there.
  public static Instant begin(Instant now, ZoneId zone) {
    return now.atZone(zone).toLocalDate().atStartOfDay(zone).toInstant();
  }

  /// When the next one begins.
  public static Instant end(Instant now, ZoneId zone) {
    return now.atZone(zone).toLocalDate().plusDays(1).atStartOfDay(zone).toInstant();
  }
}
