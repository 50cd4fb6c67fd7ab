package dev.otto.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;

/// The one id of a run, used everywhere: when it was made (UTC) and six random hex digits.
public record RunId(@JsonValue String value) {
  private static final Pattern RULE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}-\\d{6}-[0-9a-f]{6}");
  private static final DateTimeFormatter SECOND =
      DateTimeFormatter.ofPattern("yyyy-MM-dd-HHmmss").withZone(ZoneOffset.UTC);

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public RunId {
    if (!RULE.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "'%s' is not a run id such as 2026-11-21-090312-a1b2c3".formatted(value));
    }
  }

  /// A new id from a moment and 24 random bits.
  public static RunId at(Instant moment, int random) {
    return new RunId("%s-%06x".formatted(SECOND.format(moment), random & 0xffffff));
  }

  @Override
  public String toString() {
    return value;
  }
}
