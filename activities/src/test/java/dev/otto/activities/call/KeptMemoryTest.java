package dev.otto.activities.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What of a conversation's file is kept with its run.
class KeptMemoryTest {
  private static final Set<String> SECRETS = Set.of("sk-a-token-of-somebody", "short");

  @TempDir private Path folder;

  @Test
  void it_comes_back_as_it_was_whatever_stands_in_it() throws IOException {
    var file = Files.writeString(folder.resolve("c.jsonl"), "{\"text\":\"Grüße — short\"}\n");

    var kept = KeptMemory.of(file, SECRETS).orElseThrow();

    assertThat(KeptMemory.unpacked(kept.packed())).isEqualTo(Files.readAllBytes(file));
  }

  @Test
  void a_login_that_its_agent_wrote_into_it_is_not_kept() throws IOException {
    var file =
        Files.writeString(
            folder.resolve("c.jsonl"), "{\"env\":\"TOKEN=sk-a-token-of-somebody\"}\n");

    var kept = KeptMemory.of(file, SECRETS).orElseThrow();

    assertThat(new String(KeptMemory.unpacked(kept.packed()), StandardCharsets.UTF_8))
        .isEqualTo("{\"env\":\"TOKEN=[secret]\"}\n");
  }

  @Test
  void one_that_is_too_endlessis_not_kept_at_all() throws IOException {
    var endless = folder.resolve("long.jsonl");
    try (var file = new RandomAccessFile(endless.toFile(), "rw")) {
      file.setLength(KeptMemory.MOST + 1L);
    }
    var noise = new byte[9 << 20];
    new Random(1).nextBytes(noise);
    var dense = Files.write(folder.resolve("dense.jsonl"), noise);

    assertThat(KeptMemory.of(endless, Set.of())).isEmpty();
    assertThat(KeptMemory.of(dense, Set.of())).isEmpty();
  }
}
