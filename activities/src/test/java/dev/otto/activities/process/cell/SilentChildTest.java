package dev.otto.activities.process.cell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.otto.activities.process.Command;
import dev.otto.activities.process.Ending;
import dev.otto.activities.process.Exit;
import dev.otto.activities.process.Outcome;
import dev.otto.activities.process.Patience;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A Cell must not die of the thread that asked for it: bubblewrap started from a virtual thread is
/// killed when the idle carrier ends, after 30 seconds.
class SilentChildTest {
  @TempDir Path folder;

  @Test
  @Tag("slow")
  void a_silent_command_asked_for_by_a_virtual_thread_lives_for_90_seconds()
      throws ExecutionException, InterruptedException {
    var yard = new Yard(folder, Sandbox.REQUIRED);
    var command =
        new Command(
            List.of("sleep", "90"),
            Patience.of(Duration.ofMinutes(2)),
            yard.command("sleep").logs());
    var outcome = new CompletableFuture<Outcome>();

    Thread.ofVirtual()
        .start(() -> outcome.complete(yard.start(yard.plan(), command).outcome()))
        .join();

    assertThat(outcome.get().ending()).isEqualTo(new Ending.Exited(new Exit.Code(0)));
    assertThat(outcome.get().alive()).isGreaterThanOrEqualTo(Duration.ofSeconds(90));
  }
}
