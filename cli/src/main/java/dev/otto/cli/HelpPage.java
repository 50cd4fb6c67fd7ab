package dev.otto.cli;

import dev.otto.cli.Catalog.Entry;
import java.util.List;

/// The page of `otto --help`.
final class HelpPage {
  private HelpPage() {}

  static String text() {
    var page = new StringBuilder();
    page.append("Otto turns an intent into a product that is proven to work.\n\n");
    page.append("Usage: otto COMMAND [OPTIONS]\n");
    section(page, "Work", Catalog.WORK);
    section(page, "Look", Catalog.LOOK);
    section(page, "Decide", Catalog.DECIDE);
    section(page, "Machine", Catalog.MACHINE);
    page.append(
        """

        otto COMMAND --help tells more. RUN is a run's id, the beginning of it, or latest.
        --json on every command that shows something writes JSON; --version says what this is.

        Also understood: history (runs that have ended), open and dashboard (web),
        merge (land), pow (proof).

        Exit codes: 0 done or passed, 1 a run that ended otherwise, 2 wrong usage or refused.
        Environment: OTTO_HOME (~/.otto), NO_COLOR.
        """);
    return page.toString();
  }

  private static void section(StringBuilder page, String title, List<Entry> entries) {
    page.append('\n').append(title).append('\n');
    for (var entry : entries) {
      page.append("  ").append(entry.name()).append(" ".repeat(10 - entry.name().length()));
      page.append(entry.sentence()).append('\n');
    }
  }
}
