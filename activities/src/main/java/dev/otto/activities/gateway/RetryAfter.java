package dev.otto.activities.gateway;

import java.net.http.HttpHeaders;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/// When a service wants to be asked again: in so many seconds, or from a moment on.
final class RetryAfter {
  private static final Duration LONGEST = Duration.ofDays(31);

  private RetryAfter() {}

  static Optional<Duration> of(HttpHeaders headers) {
    return headers
        .firstValue("retry-after")
        .flatMap(RetryAfter::read)
        .filter(wait -> !wait.isNegative() && wait.compareTo(LONGEST) <= 0);
  }

  private static Optional<Duration> read(String value) {
    try {
      return Optional.of(Duration.ofMillis((long) (Double.parseDouble(value) * 1000)));
    } catch (NumberFormatException noNumber) {
      return moment(value).map(until -> Duration.between(Instant.now(), until));
    }
  }

  private static Optional<Instant> moment(String value) {
    try {
      return Optional.of(
          ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
    } catch (DateTimeException unreadable) {
      return Optional.empty();
    }
  }
}
