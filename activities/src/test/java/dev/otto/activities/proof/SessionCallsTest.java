package dev.otto.activities.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What of a transcript lies in a session's folder.
class SessionCallsTest {
  private static final String LINE = "{\"type\":\"message\",\"text\":\"Grüße\"}\n";

  @TempDir private Path folder;

  @Test
  void a_short_one_lies_there_whole() throws IOException {
    var file = Files.writeString(folder.resolve("said.log"), LINE.repeat(3));

    assertThat(SessionCalls.beginning(file)).isEqualTo(Files.readAllBytes(file));
  }

  @Test
  void of_a_long_one_whole_lines_lie_there_and_a_word_on_where_the_rest_is() throws IOException {
    var file =
        Files.writeString(
            folder.resolve("said.log"), LINE.repeat(2 * SessionCalls.MOST / LINE.length()));

    var text = new String(SessionCalls.beginning(file), StandardCharsets.UTF_8);
    var lines = text.lines().toList();

    assertThat(text.length()).isLessThan(SessionCalls.MOST + 100);
    assertThat(lines).hasSizeGreaterThan(SessionCalls.MOST / LINE.length() / 2);
    assertThat(lines.subList(0, lines.size() - 1)).containsOnly(LINE.strip());
    assertThat(lines.getLast()).contains("otto logs");
  }
}
