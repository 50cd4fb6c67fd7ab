package dev.otto.standalone.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.otto.model.audit.Verdict;
import dev.otto.standalone.database.Database;
import dev.otto.standalone.database.DatabaseChoice;
import dev.otto.standalone.engine.EngineChoice;
import dev.otto.standalone.engine.EngineReach;
import dev.otto.standalone.engine.Engines;
import dev.otto.standalone.engine.TestTools;
import dev.otto.standalone.home.Home;
import dev.otto.standalone.process.ProgramStarters;
import dev.otto.standalone.process.SearchPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Api and worker as two processes, with one engine and one PostgreSQL between them.
@Tag("dev-server")
class TeamTest {
  private static final Duration LONG = Duration.ofMinutes(3);

  @TempDir Path folder;
  private final List<ServerProcess> processes = new ArrayList<>();

  @AfterEach
  void end() {
    processes.forEach(ServerProcess::end);
  }

  @Test
  void a_run_that_the_api_takes_is_carried_on_by_the_worker_and_outlives_its_death()
      throws IOException {
    var ground = new Home(folder.resolve("ground")).prepared();
    var starter = ProgramStarters.here();
    try (var database = Database.open(new DatabaseChoice.Embedded(), ground, starter);
        var engine =
            new Engines(ground, starter, SearchPath.current())
                .open(new EngineChoice.DevServer(Optional.of(TestTools.temporal())))) {
      var shared =
          Map.of(
              "OTTO_DATABASE_URL", database.access().url(),
              "OTTO_DATABASE_USER", database.access().user(),
              "OTTO_DATABASE_PASSWORD", database.access().password().text(),
              "OTTO_ENGINE", "external:" + ((EngineReach.Address) engine.reach()).target());
      var crash = Path.of("src/test/resources/crash").toAbsolutePath();
      var scene = Scene.in(folder.resolve("scene"), crash, Optional.empty());
      var api = new Home(folder.resolve("api"));
      Files.createDirectories(api.folder());
      Files.createSymbolicLink(api.contents(), scene.home().contents());
      var first = worker(scene.home(), shared);
      var said = started(api.prepared(), shared, "--api").ready();

      var run = scene.ask(said);
      try (var records = Records.of(ground)) {
        await().atMost(LONG).until(() -> !records.calls(run).isEmpty());
        first.kill();
        processes.remove(first);
        worker(scene.home(), shared);

        await().atMost(LONG).until(() -> records.run(run).state().ended().isPresent());
        assertThat(records.run(run).state().ended().orElseThrow().verdict())
            .isEqualTo(Verdict.PASSED);
        assertThat(records.run(run).state().host()).isEqualTo(scene.home().hostId());
      }
    }
  }

  private ServerProcess worker(Home home, Map<String, String> shared) {
    var log = log(home);
    var before = log.toFile().length();
    var worker = started(home, shared, "--worker");
    await()
        .atMost(LONG)
        .until(() -> Files.readString(log).substring((int) before).contains("worker ready"));
    return worker;
  }

  private ServerProcess started(Home home, Map<String, String> shared, String role) {
    var process = ServerProcess.start(home, shared, log(home).toFile(), List.of(role));
    processes.add(process);
    return process;
  }

  private Path log(Home home) {
    return folder.resolve(home.folder().getFileName() + ".log");
  }
}
