package dev.otto.model.settings.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The page that tells people of the keys tells of just these.
class ConfigurationPageTest {
  private static final Path PAGE = Path.of("../docs/configuration.md");

  @Test
  void the_table_of_the_page_is_the_list_of_all_keys() throws IOException {
    var rows =
        Files.readAllLines(PAGE).stream()
            .filter(line -> line.startsWith("| `"))
            .collect(Collectors.joining("\n"));

    assertThat(rows)
        .isEqualTo(
            Keys.all().stream().map(ConfigurationPageTest::row).collect(Collectors.joining("\n")));
  }

  private static String row(Key<?> key) {
    return "| `%s` | %s | %s | %s | %s | %s |"
        .formatted(
            key.name(),
            escaped(key.type().words()),
            key.fallback(),
            key.files().size() > 1 ? "both" : key.files().iterator().next().file(),
            key.variable().map("`%s`"::formatted).orElse(""),
            escaped(key.sentence()));
  }

  private static String escaped(String words) {
    return words.replace("|", "\\|").replace("<", "\\<");
  }
}
