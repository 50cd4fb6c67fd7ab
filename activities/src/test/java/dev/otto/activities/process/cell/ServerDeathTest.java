package dev.otto.activities.process.cell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.otto.activities.process.ProcessIdentity;
import dev.otto.activities.process.ProcessStarter;
import dev.otto.activities.process.Reaper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What becomes of a Cell when the server that made it is killed.
class ServerDeathTest {
  private static final String HIDING =
      """
      trap '' TERM
      (setsid sleep 431 &)
      setsid sh -c '(setsid sh -c "sleep 432 & touch hidden; wait" &)' &
      wait; sleep 433
      """;

  @TempDir Path folder;

  @Test
  void behind_walls_nothing_outlives_the_server_by_two_seconds__W_07() throws IOException {
    var yard = new Yard(folder, Sandbox.REQUIRED);
    var server = serverWithACell(yard, Sandbox.REQUIRED);

    assertThat(server.end()).isTrue();

    await().atMost(Duration.ofSeconds(2)).until(() -> yard.marked().isEmpty());
  }

  @Test
  void without_walls_the_next_server_ends_what_is_left__W_07() throws IOException {
    var yard = new Yard(folder, Sandbox.OFF);
    var server = serverWithACell(yard, Sandbox.OFF);
    assertThat(server.end()).isTrue();
    assertThat(yard.marked()).isNotEmpty();

    var reaped = new Reaper().reap(List.of(), yard.name::equals);

    assertThat(reaped.ended()).isNotEmpty();
    assertThat(reaped.left()).isEmpty();
    yard.assertNothingRuns();
  }

  /// A server of its own whose Cell is full of processes that hide.
  private static ProcessIdentity serverWithACell(Yard yard, Sandbox sandbox) throws IOException {
    var java = Path.of(System.getProperty("java.home"), "bin/java");
    var words =
        List.of(
            java.toString(),
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            OtherServer.class.getName(),
            sandbox.name(),
            Yard.made(yard.otto.resolve("other")).toString(),
            yard.worktree.toString(),
            yard.name.value(),
            HIDING);
    var output = yard.otto.resolve("other.log").toFile();
    var process =
        new ProcessStarter()
            .start(new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(output));
    yard.awaitFile("hidden");
    return ProcessIdentity.of(process.pid()).orElseThrow();
  }
}
