package dev.otto.cli;

import dev.otto.cli.Catalog.Entry;
import java.util.List;
import java.util.stream.Collectors;

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

        otto COMMAND --help tells more; --json writes JSON; --version says what this is.
        RUN is a run's id, the beginning of it, or latest.
        """);
    page.append("\nOther words for them:\n  ").append(aliases()).append(".\n");
    page.append(
        """

        Exit codes: 0 done or passed, 1 a run that ended otherwise, 2 refused.
        Environment: OTTO_HOME (~/.otto), NO_COLOR.
        """);
    return page.toString();
  }

  private static String aliases() {
    return Catalog.all().stream()
        .flatMap(entry ->
            entry.aliases().stream().map(alias -> "%s = %s".formatted(alias, entry.name())))
        .collect(Collectors.joining(", "));
  }

  private static void section(StringBuilder page, String title, List<Entry> entries) {
    page.append('\n').append(title).append('\n');
    for (var entry : entries) {
      page.append("  ").append(entry.name()).append(" ".repeat(12 - entry.name().length()));
      page.append(entry.sentence()).append('\n');
    }
  }
}
