package dev.otto.model.packet;

import java.time.Duration;

/// Numbers as the page says them, the same in every language of the machine.
final class Amount {
  private Amount() {}

  /// Such as `1 check` or `4 checks`.
  static String of(long count, String thing) {
    return count + " " + thing + (count == 1 ? "" : "s");
  }

  /// Such as `0.4 s`, `39 s`, `2 min 5 s`, `3 h 20 min`.
  static String time(Duration time) {
    var seconds = time.toSeconds();
    if (seconds < 10) {
      return seconds + "." + time.toMillisPart() / 100 + " s";
    }
    if (seconds < 60) {
      return seconds + " s";
    }
    return seconds < 3_600
        ? time.toMinutes() + " min " + time.toSecondsPart() + " s"
        : time.toHours() + " h " + time.toMinutesPart() + " min";
  }

  /// Such as `12,345`.
  static String grouped(long number) {
    return String.valueOf(number).replaceAll("(?<=\\d)(?=(\\d{3})+$)", ",");
  }
}
