package dev.otto.activities.git;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class GitNamesTest {
  @Test
  void names_are_divided_by_nul() {
    assertThat(GitNames.read("a\0b/c d\nü\0".getBytes(UTF_8))).containsExactly("a", "b/c d\nü");
    assertThat(GitNames.read(new byte[0])).isEmpty();
    assertThat(GitNames.read("a\0\0b\0".getBytes(UTF_8))).containsExactly("a", "", "b");
  }

  @Test
  void whatever_bytes_a_name_has_it_is_written_as_it_was_read() {
    var random = new Random(20);
    for (var round = 0; round < 2_000; round++) {
      var bytes = new byte[random.nextInt(1, 40)];
      random.nextBytes(bytes);
      bytes[bytes.length - 1] = 0;

      assertThat(GitNames.written(GitNames.read(bytes))).isEqualTo(bytes);
    }
  }

  @Test
  void every_letter_of_the_world_stays_itself() {
    var name = "aé☃𝄞\u200d\ufffd";

    assertThat(GitNames.read((name + "\0").getBytes(UTF_8))).containsExactly(name);
    assertThat(GitNames.shown(name)).isEqualTo(name);
  }

  @Test
  void what_is_shown_is_printable_everywhere() {
    var name = GitNames.read(new byte[] {'x', (byte) 0xe9, 0}).getFirst();

    assertThat(GitNames.shown(name)).isEqualTo("x?");
  }
}
