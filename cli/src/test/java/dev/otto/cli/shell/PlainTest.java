package dev.otto.cli.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// Text of others cannot steer the terminal.
class PlainTest {
  @Test
  void escape_sequences_lose_their_power() {
    assertThat(Plain.text("a\033]0;title\007b\u009b2J"))
        .isEqualTo("a\uFFFD]0;title\uFFFDb\uFFFD2J");
  }

  @Test
  void direction_marks_are_shown() {
    assertThat(Plain.line("safe\u202eevil\u2066")).isEqualTo("safe\uFFFDevil\uFFFD");
  }

  @Test
  void lines_and_tabs_of_a_text_stay_and_those_of_a_line_become_blanks() {
    assertThat(Plain.text("a\tb\nc")).isEqualTo("a\tb\nc");
    assertThat(Plain.line(" a\tb\r\nc ")).isEqualTo("a b  c");
  }

  @Test
  void other_scripts_are_left_alone() {
    assertThat(Plain.line("größer 承認 🚀")).isEqualTo("größer 承認 🚀");
  }
}
