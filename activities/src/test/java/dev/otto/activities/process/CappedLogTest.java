package dev.otto.activities.process;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.otto.model.Digest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CappedLogTest {
  @TempDir Path folder;

  @Test
  void a_stream_that_fits_is_kept_whole() throws IOException {
    var log = new CappedLog(folder.resolve("log"), 4096);
    write(log, "x".repeat(2900));
    write(log, "y".repeat(1000));

    var kept = log.close();

    assertThat(kept.whole()).isTrue();
    assertThat(kept.file()).hasContent("x".repeat(2900) + "y".repeat(1000));
    assertThat(kept.length()).isEqualTo(3900);
  }

  @Test
  void of_a_stream_that_is_too_long_the_beginning_and_the_end_are_kept_and_the_cut_is_marked()
      throws IOException {
    var log = new CappedLog(folder.resolve("log"), 4096);
    write(log, "the beginning\n" + "x".repeat(50_000));
    write(log, "the end\n");

    var kept = log.close();

    assertThat(kept.file())
        .content()
        .startsWith("the beginning\nxxx")
        .contains("xxx\n[otto: %d bytes were cut here]\nxxx".formatted(kept.cut()))
        .endsWith("xxxthe end\n");
    assertThat(kept.length()).isEqualTo(Files.size(kept.file())).isLessThanOrEqualTo(4096);
    assertThat(kept.cut()).isGreaterThan(45_000);
  }

  @Test
  void the_digest_is_that_of_the_file() throws IOException {
    var log = new CappedLog(folder.resolve("log"), 4096);
    write(log, "z".repeat(10_000));

    var kept = log.close();

    assertThat(kept.digest()).isEqualTo(Digest.of(Files.readAllBytes(kept.file())));
  }

  @Test
  void the_beginning_can_be_read_while_the_stream_still_comes() throws IOException {
    var log = new CappedLog(folder.resolve("log"), 4096);

    write(log, "so far");

    assertThat(folder.resolve("log")).hasContent("so far");
    log.close();
  }

  @Test
  void what_comes_after_the_close_is_ignored() throws IOException {
    var log = new CappedLog(folder.resolve("log"), 4096);
    write(log, "all");
    var kept = log.close();

    write(log, "more");

    assertThat(log.close()).isEqualTo(kept);
    assertThat(folder.resolve("log")).hasContent("all");
  }

  private static void write(CappedLog log, String text) {
    log.write(text.getBytes(UTF_8), text.length());
  }
}
