package dev.otto.cli.render;

import dev.otto.cli.shell.Plain;
import dev.otto.model.run.RunView;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/// A moment that is waited for, on the user's clock.
final class Moment {
  private static final DateTimeFormatter FORM = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

  private Moment() {}

  static String words(Instant moment, ZoneId zone) {
    return FORM.format(moment.atZone(zone));
  }

  /// Why the run stands where it does, and until when that holds.
  static String why(RunView run) {
    var why = run.why().map(Plain::line).orElse("nobody said why");
    return run.until()
        .map(moment -> why + " until " + words(moment, ZoneId.systemDefault()))
        .orElse(why);
  }
}
