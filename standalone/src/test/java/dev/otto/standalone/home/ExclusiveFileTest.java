package dev.otto.standalone.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExclusiveFileTest {
  @TempDir Path folder;

  @Test
  void one_holder_at_a_time_and_a_second_try_does_not_loosen_the_first() {
    var file = folder.resolve("lock");
    var held = ExclusiveFile.tryHold(file).orElseThrow();

    assertThat(ExclusiveFile.tryHold(file)).isEmpty();
    assertThat(ExclusiveFile.tryHold(folder.resolve("../" + folder.getFileName() + "/lock")))
        .isEmpty();

    held.close();

    try (var again = ExclusiveFile.tryHold(file).orElseThrow()) {
      assertThat(again).isNotNull();
    }
  }
}
