package dev.otto.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.otto.activities.process.ProcessStarter;
import dev.otto.activities.process.Program;
import dev.otto.activities.process.Programs;
import dev.otto.activities.process.cell.Sandbox;
import dev.otto.model.HostId;
import dev.otto.model.Sample;
import dev.otto.store.SampleDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What a host finds of an earlier worker when it comes up.
class HostPartsTest {
  private static final Duration LONG = Duration.ofSeconds(60);
  private static final HostId NEIGHBOUR = new HostId("neighbour");

  @TempDir Path folder;
  private final SampleDatabase database = SampleDatabase.fresh();
  private final Programs programs = new Programs(new ProcessStarter());

  @AfterEach
  void close() {
    database.close();
  }

  /// It is started as if by a worker that was killed in that very moment: no call, no Cell and no
  /// parent knows of it.
  @ParameterizedTest
  @EnumSource(names = {"PREFERRED", "OFF"})
  void a_git_behind_walls_that_was_left_behind_is_ended_by_the_next_worker_of_its_host_alone(
      Sandbox sandbox) {
    var left = leftBehind(Sample.HOST, sandbox);

    HostParts.reap(NEIGHBOUR, database.jdbi());
    assertThat(left).isNotDone();
    HostParts.reap(Sample.HOST, database.jdbi());

    await().atMost(LONG).until(left::isDone);
    assertThat(left.join().exitCode()).isNotZero();
  }

  private CompletableFuture<Program.Ended> leftBehind(HostId host, Sandbox sandbox) {
    var walls = HostParts.of(host, folder, database.jdbi(), sandbox).gitWalls();
    var script = "touch left; exec sleep 318";
    var program =
        new Program(
            List.of("/bin/sh", "-c", script),
            Map.of(),
            folder,
            new Program.Source.Nothing(),
            new Program.Sink.Kept(100),
            true);
    var ended =
        CompletableFuture.supplyAsync(
            () -> programs.run(walls.around(program, List.of(), List.of(folder))),
            Thread::startVirtualThread);
    await().atMost(LONG).until(() -> Files.exists(folder.resolve("left")) || ended.isDone());
    return ended;
  }
}
