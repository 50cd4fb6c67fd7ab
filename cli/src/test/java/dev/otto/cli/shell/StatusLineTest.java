package dev.otto.cli.shell;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What a person sees of a wait, on a terminal and in a pipe.
class StatusLineTest {
  private final ByteArrayOutputStream seen = new ByteArrayOutputStream();

  @Test
  void it_is_drawn_over_itself_and_never_longer_than_the_window() {
    try (var line = new StatusLine(terminal(20))) {
      line.say("otto: fetching what is large", 0);
      line.say("otto: fetching what is large", 12);
    }

    assertThat(List.of(seen.toString(UTF_8).split("\r\033\\[K", -1)))
        .containsExactly("", "otto: fetching wha…", "otto: fetchi…, 12 s", "");
  }

  @Test
  void in_a_pipe_it_is_said_once_and_whole() {
    try (var line = new StatusLine(Output.plain(seen))) {
      line.say("otto: fetching what is large", 0);
      line.say("otto: fetching what is large", 1);
    }

    assertThat(seen.toString(UTF_8)).isEqualTo("otto: fetching what is large\n");
  }

  private Output terminal(int columns) {
    var stream = new PrintStream(seen, true, UTF_8);
    return new Output(stream, true, false, () -> new Size(columns, 24));
  }
}
