package dev.otto.cli.run;

import dev.otto.cli.shell.Usage;
import java.util.regex.Pattern;

/// Times as people type them: `90`, `60m`, `1h30m`.
final class Seconds {
  private static final Pattern BARE = Pattern.compile("\\d{1,9}");
  private static final Pattern PARTS =
      Pattern.compile("(?:(\\d{1,5})d)?(?:(\\d{1,5})h)?(?:(\\d{1,6})m)?(?:(\\d{1,9})s)?");
  private static final int[] WEIGHTS = {86_400, 3_600, 60, 1};

  private Seconds() {}

  static long of(String typed) {
    if (BARE.matcher(typed).matches()) {
      return positive(typed, Long.parseLong(typed));
    }
    var parts = PARTS.matcher(typed);
    if (typed.isEmpty() || !parts.matches()) {
      throw wrong(typed);
    }
    var seconds = 0L;
    for (var part = 0; part < WEIGHTS.length; part++) {
      var number = parts.group(part + 1);
      seconds += number == null ? 0 : Long.parseLong(number) * WEIGHTS[part];
    }
    return positive(typed, seconds);
  }

  private static long positive(String typed, long seconds) {
    if (seconds < 1) {
      throw wrong(typed);
    }
    return seconds;
  }

  private static RuntimeException wrong(String typed) {
    return Usage.of("run", "'%s' is no time: give seconds, or 90s, 60m, 1h30m.".formatted(typed));
  }
}
