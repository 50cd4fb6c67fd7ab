package dev.otto.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.otto.cli.Catalog.Entry;
import dev.otto.cli.sample.Typed;
import dev.otto.cli.shell.Output;
import dev.otto.cli.shell.Shell;
import dev.otto.model.json.Json;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What any line gets, whatever the command: help, version, and a short no for what cannot be done.
class CommandLineTest {
  @TempDir private Path home;
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();

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
  @ValueSource(strings = {"history", "dashboard", "merge", "pow", "replay"})
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
    assertThat(typed.out().lines()).allMatch(line -> line.length() <= 80);
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
        .isEqualTo(
            "otto: `otto queue` is not in this version: runs begin at once and share the agents."
                + " Type `otto run --detach`.\n");
  }

  @Test
  void a_word_of_the_earlier_system_that_is_gone_tells_what_to_say_instead() {
    var typed = Typed.at(home).line("render", "--rewrite-json", "latest");

    assertThat(typed.exit()).isEqualTo(2);
    assertThat(typed.err())
        .startsWith("otto: `otto render` is gone: it is something that `otto proof` does.")
        .hasLineCount(1);
  }

  @ParameterizedTest
  @CsvSource({
    "run --reset-budget x,otto budget RUN --add",
    "run --break-lock x,Leave it out.",
    "run --spec-review-mode=x y,--review-gate",
    "merge --fast latest,Leave it out.",
    "land latest --target main,Check it out.",
    "web --port 80,Leave it out.",
    "dashboard --allow-remote,Leave it out.",
    "proof list --command run,Leave it out.",
  })
  void a_flag_of_the_earlier_system_tells_what_to_say_instead(String line, String instead) {
    var typed = Typed.at(home).line(line.split(" "));

    assertThat(typed.exit()).isEqualTo(2);
    assertThat(typed.err()).contains(instead).hasLineCount(1);
  }

  @Test
  void a_mistake_of_ottos_own_is_one_line_and_its_trace_is_kept() {
    var broken =
        new Shell(
            Map.of("OTTO_HOME", home.toString()),
            home,
            new InputStream() {
              @Override
              public int read() {
                throw new IllegalStateException("the pipe is made of clay");
              }

              @Override
              public int read(byte[] bytes, int from, int length) {
                return read();
              }
            },
            Output.plain(OutputStream.nullOutputStream()),
            Output.plain(said));

    assertThat(new Otto(broken).run("run", "-")).isEqualTo(2);

    assertThat(said.toString(StandardCharsets.UTF_8))
        .startsWith("otto: This is a mistake of Otto's own: ")
        .contains("the pipe is made of clay")
        .hasLineCount(1);
    assertThat(home.resolve("logs/last-mistake.txt")).content().contains("at dev.otto.cli");
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
