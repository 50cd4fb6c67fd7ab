package dev.otto.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.otto.cli.Catalog.Entry;
import dev.otto.cli.sample.Typed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// docs/cli.md says of every command what the command says of itself.
class CommandsPageTest {
  private static final Path PAGE = Path.of("../docs/cli.md");
  private static final String BEGIN = "<!-- from here on as the commands say it -->\n";

  @TempDir private Path home;

  /// With OTTO_WRITE_DOCS in the environment the page is written anew.
  @Test
  void the_page_tells_every_command_with_every_option() throws IOException {
    var page = Files.readString(PAGE);
    var head = page.substring(0, page.indexOf(BEGIN) + BEGIN.length());
    var whole = head + told();
    if (System.getenv().containsKey("OTTO_WRITE_DOCS")) {
      Files.writeString(PAGE, whole);
    }

    assertThat(Files.readString(PAGE))
        .as("written anew by OTTO_WRITE_DOCS=1 and this test")
        .isEqualTo(whole);
  }

  @Test
  void the_page_tells_every_exit_code() throws IOException {
    assertThat(Files.readString(PAGE)).contains("| 0 |", "| 1 |", "| 2 |");
  }

  private String told() {
    var sections =
        Map.of(
            "Work", Catalog.WORK,
            "Look", Catalog.LOOK,
            "Decide", Catalog.DECIDE,
            "Machine", Catalog.MACHINE);
    return List.of("Work", "Look", "Decide", "Machine").stream()
        .map(name -> "\n## %s\n".formatted(name) + told(sections.getOrDefault(name, List.of())))
        .collect(Collectors.joining());
  }

  private String told(List<Entry> entries) {
    return entries.stream().map(this::told).collect(Collectors.joining());
  }

  private String told(Entry entry) {
    var aliases =
        entry.aliases().isEmpty()
            ? ""
            : "\nAlso: %s.\n"
                .formatted(
                    entry.aliases().stream()
                        .map("`otto %s`"::formatted)
                        .collect(Collectors.joining(", ")));
    return "\n### otto %s\n%s\n```\n%s```\n"
        .formatted(entry.name(), aliases, Typed.at(home).line(entry.name(), "--help").out());
  }
}
