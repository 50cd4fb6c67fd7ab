package dev.otto.activities.process;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineSplitterTest {
  private final List<Line> lines = new ArrayList<>();
  private final LineSplitter splitter = new LineSplitter(8, lines::add);

  @Test
  void lines_are_the_same_however_the_stream_is_cut_into_pieces() {
    "one\ntwo\r\n\nfour".chars().mapToObj(Character::toString).forEach(this::feed);
    splitter.endOfStream();

    assertThat(lines)
        .containsExactly(
            new Line(0, "one", false),
            new Line(4, "two", false),
            new Line(9, "", false),
            new Line(10, "four", false));
  }

  @Test
  void a_line_longer_than_the_longest_is_cut_and_says_so() {
    feed("12345678");
    feed("9abc\nnext\n");

    assertThat(lines).containsExactly(new Line(0, "12345678", true), new Line(13, "next", false));
  }

  @Test
  void a_line_as_long_as_the_longest_is_whole() {
    feed("12345678\n");

    assertThat(lines).containsExactly(new Line(0, "12345678", false));
  }

  @Test
  void what_is_left_out_cuts_the_line_before_it() {
    feed("a\nbe");
    splitter.skip(100);
    feed("c\n");

    assertThat(lines)
        .containsExactly(
            new Line(0, "a", false), new Line(2, "be", true), new Line(104, "c", false));
  }

  @Test
  void a_stream_that_ends_with_a_newline_has_no_empty_last_line() {
    feed("a\n");
    splitter.endOfStream();

    assertThat(lines).containsExactly(new Line(0, "a", false));
  }

  private void feed(String text) {
    var bytes = text.getBytes(UTF_8);
    splitter.feed(bytes, 0, bytes.length);
  }
}
