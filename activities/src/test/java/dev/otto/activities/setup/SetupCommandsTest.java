package dev.otto.activities.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SetupCommandsTest {
  @Test
  void a_command_is_a_list_of_words_or_words_with_blanks_between() {
    assertThat(SetupCommands.read("provider: claude\nsetup:\n  - npm ci\n  - [sh, -c, 'a && b']\n"))
        .isEqualTo(List.of(List.of("npm", "ci"), List.of("sh", "-c", "a && b")));
    assertThat(SetupCommands.read("")).isEmpty();
    assertThat(SetupCommands.read("setup: null")).isEmpty();
  }

  /// S-4
  @ParameterizedTest
  @ValueSource(
      strings = {
        "setup: npm ci",
        "setup: [a && b]",
        "setup: ['echo $HOME']",
        "setup: [{run: npm}]",
        "setup: [['']]",
        "setup: [[]]",
        "setup: [npm, {}",
      })
  void what_only_a_shell_would_understand_is_refused(String text) {
    assertThatThrownBy(() -> SetupCommands.read(text))
        .hasMessageContaining("otto.yaml of the base commit cannot be used");
  }
}
