package dev.otto.standalone.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.otto.model.audit.Verdict;
import dev.otto.model.run.RunEvent;
import dev.otto.standalone.engine.EngineChoice;
import dev.otto.standalone.engine.TestTools;
import dev.otto.standalone.process.OtherProcess;
import dev.otto.standalone.process.Residents;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Engine and database are killed alone, under a run: the run goes on, and nothing is started
/// again.
@Tag("crash")
class OutageTest {
  private static final Duration LONG = Duration.ofSeconds(60);

  @TempDir Path folder;

  @Test
  void a_run_goes_on_when_the_engine_is_killed_and_then_the_database_W_08() throws Exception {
    var choice = new EngineChoice.DevServer(Optional.of(TestTools.temporal()));
    var repository = Repository.of(folder.resolve("thing"), Wish.resources().resolve("parts/base"));
    try (var house = new House(folder.resolve("home"), choice)) {
      var parts = Parts.of("waiting").with("after", "waiting");
      var run = house.ask(repository, Wish.playing("parts").building(parts));
      house.begins(run, "waiting");
      var engine = only(Residents.of(house.home().engine()));
      var database = postmaster(house.home().database().resolve("cluster"));

      var mayGo = house.worktree(run, "waiting").resolve(".go");

      engine.kill();
      database.kill();
      Files.writeString(mayGo, "");
      await().atMost(LONG).ignoreExceptions().until(() -> house.run(run).id().equals(run));

      var ended = house.ends(run);
      assertThat(ended.ended().orElseThrow().verdict()).isEqualTo(Verdict.PASSED);
      assertThat(house.log(run)).noneMatch(row -> row.body() instanceof RunEvent.Recovered);
      assertThat(engine.alive() || database.alive()).isFalse();
    }
  }

  private static OtherProcess only(Residents residents) {
    assertThat(residents.living()).hasSize(1);
    return residents.living().getFirst();
  }

  private static OtherProcess postmaster(Path cluster) throws Exception {
    var pid = Files.readAllLines(cluster.resolve("postmaster.pid")).getFirst();
    return OtherProcess.of(Long.parseLong(pid.strip())).orElseThrow();
  }
}
