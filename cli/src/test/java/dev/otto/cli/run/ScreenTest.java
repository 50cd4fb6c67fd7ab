package dev.otto.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.otto.cli.render.Line;
import dev.otto.cli.shell.Output;
import dev.otto.cli.shell.Size;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Drawing over what was drawn, on terminals that change their size.
class ScreenTest {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private Size size = new Size(40, 24);
  private final Screen screen =
      new Screen(
          new Output(
              new PrintStream(bytes, false, StandardCharsets.UTF_8), true, false, () -> size));

  @Test
  void the_second_drawing_begins_where_the_first_began() {
    screen.draw(List.of(Line.of("one"), Line.of("two")));
    drawn();

    screen.draw(List.of(Line.of("three")));

    assertThat(drawn()).isEqualTo("\033[?25l\033[?7l\r\033[2Athree\033[K\n\033[J\033[?7h");
  }

  @Test
  void a_long_line_is_cut_before_the_edge() {
    screen.draw(List.of(Line.of("x".repeat(60))));

    assertThat(drawn()).contains("\r" + "x".repeat(38) + "…\033[K\n");
  }

  /// The terminal has broken a line of 39 into two of 20.
  @Test
  void a_terminal_that_got_narrower_leaves_nothing_behind() {
    screen.draw(List.of(Line.of("x".repeat(60)), Line.of("short")));
    drawn();

    size = new Size(20, 24);
    screen.draw(List.of(Line.of("new")));

    assertThat(drawn()).contains("\r\033[3Anew");
  }

  @Test
  void what_was_drawn_is_taken_away() {
    screen.draw(List.of(Line.of("one"), Line.of("two")));
    drawn();

    screen.clear();

    assertThat(drawn()).contains("\r\033[2A\033[J");
  }

  @Test
  void after_its_end_nothing_is_drawn_and_the_cursor_is_back() {
    screen.draw(List.of(Line.of("one")));
    drawn();

    screen.close();
    screen.draw(List.of(Line.of("two")));
    screen.close();

    assertThat(drawn()).isEqualTo("\033[?7h\033[?25h");
  }

  private String drawn() {
    var text = bytes.toString(StandardCharsets.UTF_8);
    bytes.reset();
    return text;
  }
}
