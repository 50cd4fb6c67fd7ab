package dev.otto.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.otto.cli.sample.Typed;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Words are completed as a person types.
class CompletionTest {
  @TempDir private Path home;

  @Test
  void bash_completes_commands_and_their_flags() throws Exception {
    var script = Typed.at(home).line("completion", "bash");
    assertThat(script.exit()).isZero();

    assertThat(completed(script.out(), "otto", "ap")).contains("approve");
    assertThat(completed(script.out(), "otto", "run", "--review")).contains("--review-gate");
  }

  @Test
  void zsh_is_served_by_the_same_words() {
    assertThat(Typed.at(home).line("completion", "zsh").out()).contains("bashcompinit");
  }

  @Test
  void fish_knows_every_command_and_flag() {
    var out = Typed.at(home).line("completion", "fish").out();

    assertThat(out)
        .contains(
            Catalog.all().stream()
                .map(entry -> "__fish_use_subcommand -a %s ".formatted(entry.name()))
                .toList())
        .contains("__fish_seen_subcommand_from run' -l review-gate -d ");
  }

  @Test
  void another_shell_is_refused() {
    var typed = Typed.at(home).line("completion", "cmd");

    assertThat(typed.exit()).isEqualTo(2);
    assertThat(typed.err()).contains("'cmd' is none of bash, zsh, fish.").hasLineCount(1);
  }

  /// What bash offers after these words.
  private String completed(String script, String... words) throws Exception {
    var file = Files.writeString(home.resolve("otto.bash"), script);
    var asked =
        "source %s; COMP_WORDS=(%s); COMP_CWORD=%d; _complete_otto; printf '%%s\\n' \"${COMPREPLY[@]}\""
            .formatted(file, String.join(" ", words), words.length - 1);
    var process = new ProcessBuilder("bash", "-c", asked).redirectErrorStream(true).start();
    process.getOutputStream().close();
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }
}
