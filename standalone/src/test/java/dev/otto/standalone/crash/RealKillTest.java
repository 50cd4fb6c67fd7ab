package dev.otto.standalone.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.otto.activities.provider.ProviderKind;
import dev.otto.model.RunId;
import dev.otto.model.audit.Verdict;
import dev.otto.model.run.Run;
import dev.otto.model.run.RunState;
import dev.otto.standalone.real.RealPrograms;
import dev.otto.store.call.CallRows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A real server, killed under a real agent whose tool still runs, and again while the agent's
/// account is at a limit.
@Tag("agents")
class RealKillTest {
  private static final Duration LONG = Duration.ofMinutes(3);

  /// The processes that the tool starts, itself among them.
  private static final long STARTED = 3;

  /// The clocks of the database and of the server are read at different moments.
  private static final Duration CLOCKS = Duration.ofMillis(50);

  @TempDir Path folder;
  private final long seconds = ThreadLocalRandom.current().nextLong(1_000_000, 100_000_000);
  private Optional<ServerProcess> server = Optional.empty();

  @AfterEach
  void end() {
    server.map(ServerProcess::process).ifPresent(Process::destroyForcibly);
    server.map(one -> Remains.processesOf(one.home())).orElse(List.of()).stream()
        .map(words -> Long.parseLong(words.substring(0, words.indexOf(' '))))
        .forEach(pid -> ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly));
  }

  @ParameterizedTest
  @EnumSource(ProviderKind.class)
  void
      a_killed_server_leaves_nothing_of_an_agent_and_keeps_the_time_until_its_account_is_served_W_08(
          ProviderKind kind) throws IOException {
    var scene = scene();
    var first = up(scene, kind);
    var said = first.ready();
    try (var records = Records.of(scene.home())) {
      var run = scene.ask(said, kind.word());
      await().atMost(LONG).until(() -> sleeping() >= STARTED);

      first.kill();

      await().atMost(LONG).until(() -> nothingIsLeft(scene, kind));
      var second = up(scene, kind);
      second.ready();
      var until = limit(until(records, run, one -> one.state() instanceof RunState.Limited));
      second.kill();
      up(scene, kind).ready();
      var ended = until(records, run, one -> one.ended().isPresent());
      assertThat(ended.ended().orElseThrow().verdict()).isEqualTo(Verdict.PASSED);
      assertThat(builds(records, run)).extracting(CallRows.Row::tries).containsExactly(1, 2, 3);
      assertThat(builds(records, run).getLast().startedAt()).isAfter(until.minus(CLOCKS));
    }
  }

  @ParameterizedTest
  @EnumSource(ProviderKind.class)
  void of_an_agent_that_is_killed_together_with_its_server_nothing_is_left_W_08(ProviderKind kind)
      throws IOException {
    var scene = scene();
    var up = up(scene, kind);
    scene.ask(up.ready(), kind.word());
    await().atMost(LONG).until(() -> sleeping() >= STARTED);

    agents(scene, kind).forEach(ProcessHandle::destroyForcibly);
    up.kill();

    await().atMost(LONG).until(() -> nothingIsLeft(scene, kind));
  }

  private boolean nothingIsLeft(Scene scene, ProviderKind kind) {
    return sleeping() == 0 && agents(scene, kind).isEmpty();
  }

  /// The recipe with processes that only this test knows.
  private Scene scene() throws IOException {
    var kept = Path.of("src/test/resources/kept").toAbsolutePath();
    var own = folder.resolve("kept");
    Programs.run("cp", "-r", kept.toString(), own.toString());
    var recipe = own.resolve("recipe.yaml");
    Files.writeString(recipe, Files.readString(recipe).replace("SECONDS", Long.toString(seconds)));
    return Scene.in(folder.resolve("scene"), own, Optional.empty());
  }

  private ServerProcess up(Scene scene, ProviderKind kind) {
    var environment =
        Map.of(
            "OTTO_ENGINE", "in-process", "OTTO_" + kind.name(), RealPrograms.of(kind).toString());
    var log = folder.resolve("server.log").toFile();
    server = Optional.of(ServerProcess.start(scene.home(), environment, log));
    return server.get();
  }

  private static Run until(Records records, RunId run, Predicate<Run> there) {
    return records
        .awaiting(LONG, () -> Optional.of(records.run(run).state()).filter(there))
        .orElseThrow(() -> new AssertionError(records.log(run).toString()));
  }

  private static Instant limit(Run run) {
    return ((RunState.Limited) run.state()).until();
  }

  private static List<CallRows.Row> builds(Records records, RunId run) {
    return records.calls(run).stream().filter(row -> row.stage().equals("build")).toList();
  }

  /// How many processes of the tool live.
  private long sleeping() {
    return ProcessHandle.allProcesses()
        .flatMap(process -> process.info().commandLine().stream())
        .filter(line -> line.endsWith("sleep " + seconds))
        .count();
  }

  /// The agent's program, where it works in this scene.
  private static List<ProcessHandle> agents(Scene scene, ProviderKind kind) {
    return Remains.processesOf(scene.home()).stream()
        .map(words -> Long.parseLong(words.substring(0, words.indexOf(' '))))
        .flatMap(pid -> ProcessHandle.of(pid).stream())
        .filter(process ->
            process.info().command().filter(path -> path.endsWith("/" + kind.word())).isPresent())
        .toList();
  }
}
