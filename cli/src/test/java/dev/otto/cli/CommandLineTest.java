package dev.otto.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.otto.cli.Catalog.Entry;
import dev.otto.cli.sample.Typed;
import dev.otto.model.json.Json;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What any line gets, whatever the command: help, version, and a short no for what cannot be done.
class CommandLineTest {
  @TempDir private Path home;

  @TestFactory
  Stream<DynamicTest> every_command_has_a_page() {
    return Catalog.all().stream()
        .map(Entry::name)
        .map(name ->
            DynamicTest.dynamicTest(
                name,
                () -> {
                  for (var asked : List.of(List.of(name, "--help"), List.of("help", name))) {
                    var typed = Typed.at(home).line(asked.toArray(String[]::new));

                    assertThat(typed.exit()).isZero();
                    assertThat(typed.out()).startsWith("Usage: otto " + name);
                    assertThat(typed.out().lines()).allMatch(line -> line.length() <= 80);
                    assertThat(typed.err()).isEmpty();
                  }
                }));
  }

  @ParameterizedTest
  @ValueSource(strings = {"history", "dashboard", "merge", "pow"})
  void the_words_of_the_earlier_system_are_understood(String alias) {
    var typed = Typed.at(home).line(alias, "--help");

    assertThat(typed.exit()).isZero();
    assertThat(typed.out()).startsWith("Usage: otto " + alias);
  }

  @ParameterizedTest
  @ValueSource(strings = {"--help", "-h", "help"})
  void the_page_of_otto_lists_every_command(String asked) {
    var typed = Typed.at(home).line(asked);

    assertThat(typed.exit()).isZero();
    assertThat(typed.out())
        .contains(Catalog.all().stream().map(it -> "  " + it.name() + " ").toList());
    assertThat(typed.out().lines()).allMatch(line -> line.length() <= 90);
  }

  @Test
  void the_version_names_the_build() {
    var typed = Typed.at(home).line("--version");

    assertThat(typed.exit()).isZero();
    assertThat(typed.out()).matches("otto .*, build [0-9a-f]{12}.*\n");
  }

  @Test
  void an_unknown_flag_is_refused_in_one_line() {
    var typed = Typed.at(home).line("runs", "--colour");

    assertThat(typed.exit()).isEqualTo(2);
    assertThat(typed.out()).isEmpty();
    assertThat(typed.err())
        .isEqualTo("otto: Unknown option: '--colour'. See `otto runs --help`.\n");
  }

  @Test
  void a_misspelt_flag_gets_a_suggestion() {
    var typed = Typed.at(home).line("run", "--review-gat", "x");

    assertThat(typed.exit()).isEqualTo(2);
    assertThat(typed.err()).contains("Did you mean --review-gate?").hasLineCount(1);
  }

  @Test
  void a_flag_without_its_value_is_refused_in_one_line() {
    var typed = Typed.at(home).line("run", "--max-attempts", "many", "x");

    assertThat(typed.exit()).isEqualTo(2);
    assertThat(typed.err()).startsWith("otto: ").contains("many").hasLineCount(1);
  }

  @Test
  void an_unknown_command_is_refused_in_one_line() {
    var typed = Typed.at(home).line("frobnicate");

    assertThat(typed.exit()).isEqualTo(2);
    assertThat(typed.err())
        .isEqualTo("otto: There is no command 'frobnicate'. See `otto --help`.\n");
  }

  @Test
  void a_misspelt_command_gets_a_suggestion() {
    assertThat(Typed.at(home).line("stauts").err()).contains("Did you mean status?");
  }

  @Test
  void a_command_of_later_versions_is_not_called_unknown() {
    var typed = Typed.at(home).line("queue", "ls");

    assertThat(typed.exit()).isEqualTo(2);
    assertThat(typed.err())
        .isEqualTo("otto: `otto queue` is not in this version. See `otto --help`.\n");
  }

  @Test
  void a_word_cannot_steer_the_terminal() {
    var typed = Typed.at(home).line("\033[31mred\r\n");

    assertThat(typed.err()).hasLineCount(1).doesNotContain("\033").doesNotContain("\r");
  }

  @Test
  void a_refusal_is_an_object_for_programs() throws Exception {
    var typed = Typed.at(home).line("run", "--json", "--review-gate", "--auto-approve", "x");

    assertThat(typed.exit()).isEqualTo(2);
    assertThat(typed.out()).hasLineCount(1);
    assertThat(Json.strict().readTree(typed.out()).get("code").asText()).isEqualTo("usage");
    assertThat(typed.err()).hasLineCount(1);
  }

  @Test
  void without_a_server_and_without_its_program_the_launcher_is_named() {
    var typed = Typed.at(home).line("runs");

    assertThat(typed.exit()).isEqualTo(2);
    assertThat(typed.err()).contains("Start Otto with its launcher").hasLineCount(1);
  }
}
