package dev.otto.standalone.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Kill anything, any time, lose nothing (W-01, W-07, W-13, W-14): a server killed anywhere in a
/// session, twice if need be, and the run ends as if it had not been.
@Tag("crash")
class KillEquivalenceIT {
  private static final long SEED = 20_260;

  @TempDir Path folder;

  @Test
  @SuppressWarnings("SystemOut") // Meant for the person who reads the build's output.
  void a_run_killed_anywhere_ends_as_if_it_had_not_been() {
    if (!EngineUsed.DEV_SERVER.there()) {
      System.out.println("NOT PROVEN: dev server");
    }
    var crash = Path.of("src/test/resources/crash").toAbsolutePath();

    var results =
        new Session(folder, crash, 2, System.out::println, _ -> {})
            .run(session -> Kills.seeded(session, SEED));

    assertThat(results)
        .filteredOn(result -> !result.equivalent())
        .map(Result::words)
        .isEqualTo(List.of());
    assertThat(results).hasSize(EngineUsed.DEV_SERVER.there() ? 15 : 9);
  }
}
