package dev.otto.cli.render;

import java.time.Duration;
import java.time.Instant;

/// Lengths of time as people read them.
public final class Span {
  private Span() {}

  /// As on a stop watch: `0:07`, `12:30`, `1:02:03`.
  public static String watch(Duration time) {
    var seconds = Math.max(0, time.toSeconds());
    return seconds < 3_600
        ? "%d:%02d".formatted(seconds / 60, seconds % 60)
        : "%d:%02d:%02d".formatted(seconds / 3_600, seconds / 60 % 60, seconds % 60);
  }

  /// How long ago, roughly: `now`, `40 s ago`, `12 min ago`, `3 h ago`, `5 d ago`.
  public static String ago(Instant then, Instant now) {
    var seconds = Math.max(0, Duration.between(then, now).toSeconds());
    if (seconds < 2) {
      return "now";
    }
    if (seconds < 100) {
      return seconds + " s ago";
    }
    if (seconds < 100 * 60) {
      return seconds / 60 + " min ago";
    }
    return seconds < 48 * 3_600 ? seconds / 3_600 + " h ago" : seconds / 86_400 + " d ago";
  }
}
