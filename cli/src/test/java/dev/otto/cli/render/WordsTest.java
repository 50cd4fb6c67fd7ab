package dev.otto.cli.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Small things in words: times, widths, commands.
class WordsTest {
  @ParameterizedTest
  @CsvSource({"0,0:00", "59,0:59", "61,1:01", "3599,59:59", "3723,1:02:03", "-5,0:00"})
  void a_length_of_time_reads_like_a_stop_watch(long seconds, String shown) {
    assertThat(Span.watch(Duration.ofSeconds(seconds))).isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource({
    "0,now",
    "2,2 s ago",
    "99,99 s ago",
    "100,1 min ago",
    "5999,99 min ago",
    "6000,1 h ago",
    "172799,47 h ago",
    "172800,2 d ago",
    "-9,now"
  })
  void the_past_is_told_roughly(long seconds, String shown) {
    assertThat(Span.ago(Instant.EPOCH, Instant.EPOCH.plusSeconds(seconds))).isEqualTo(shown);
  }

  @Test
  void a_text_is_cut_where_its_columns_end() {
    assertThat(Width.fitted("abcdef", 6)).isEqualTo("abcdef");
    assertThat(Width.fitted("abcdef", 5)).isEqualTo("abcd…");
    assertThat(Width.fitted("ab cdef", 4)).isEqualTo("ab…");
    assertThat(Width.fitted("承認承認", 5)).isEqualTo("承認…");
    assertThat(Width.fitted("e\u0301tude", 6)).isEqualTo("e\u0301tude");
    assertThat(Width.fitted("abc", 0)).isEmpty();
  }

  @Test
  void a_command_can_be_typed_as_it_is_shown() {
    assertThat(Words.of(List.of("python3", "my app.py", "--it's", "")))
        .isEqualTo("python3 'my app.py' '--it'\\''s' ''");
  }
}
