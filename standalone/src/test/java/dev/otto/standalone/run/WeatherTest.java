package dev.otto.standalone.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.otto.model.RunId;
import dev.otto.model.audit.Verdict;
import dev.otto.model.run.Run;
import dev.otto.model.run.RunState;
import dev.otto.standalone.process.Mounts;
import dev.otto.worker.OpenRuns;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a machine does to runs: each stands still with one sentence, and goes on.
@Tag("slow")
class WeatherTest {
  private static final Duration LONG = Duration.ofSeconds(60);
  private static final int MIB = 1 << 20;

  @TempDir Path folder;
  private final Deque<AutoCloseable> opened = new ArrayDeque<>();

  @SuppressWarnings("NullAway.Init") // Each story has its own house.
  private House house;

  @AfterEach
  void close() throws Exception {
    while (!opened.isEmpty()) {
      opened.pop().close();
    }
  }

  private Mounts mounts() {
    var mounts = Mounts.here(folder);
    opened.push(mounts);
    return mounts;
  }

  private void openIn(Path home) {
    house = new House(home);
    opened.push(house);
  }

  @Test
  void the_time_that_the_machine_slept_is_told_to_open_runs_and_is_none_of_their_budget() {
    openIn(folder.resolve("home"));
    var run = waiting(repository());

    new OpenRuns(house.jdbi(), house.hands().client()).slept(Duration.ofHours(1));

    house.happens(run, "slept");
    assertThat(house.run(run).time().millis()).isZero();
    house.letsGo(run, "waiting");
    assertThat(verdict(run)).isEqualTo(Verdict.PASSED);
  }

  @Test
  void a_full_disk_pauses_runs_and_when_there_is_room_they_go_on() throws IOException {
    var mounts = mounts();
    openIn(mounts.small(folder.resolve("home"), 700));
    var run = waiting(repository());
    var flood = house.home().folder().resolve("flood");

    fill(flood);

    await().atMost(LONG).ignoreExceptions().until(() -> house.run(run).hold().isPresent());
    assertThat(house.run(run).hold().orElseThrow().why())
        .contains("MiB are free where its home lies")
        .contains("make room first");
    Files.delete(flood);
    await().atMost(LONG).ignoreExceptions().until(() -> resumed(run));
    house.letsGo(run, "waiting");
    assertThat(verdict(run)).isEqualTo(Verdict.PASSED);
  }

  @Test
  void a_folder_of_the_project_that_cannot_be_written_holds_the_run_until_it_can() {
    var mounts = mounts();
    openIn(folder.resolve("home"));
    var repository = repository();
    var run = waiting(repository);
    var logs = made(repository.folder().resolve("otto_logs"));
    mounts.readOnly(logs);

    house.letsGo(run, "waiting");

    assertThat(held(run)).contains("nothing can be written").contains("make it writable");
    mounts.freed(logs);
    var _ = house.obeys(run, Ada.resumes());
    assertThat(verdict(run)).isEqualTo(Verdict.PASSED);
  }

  @Test
  void a_clone_that_cannot_be_written_holds_the_run_until_it_can() {
    var mounts = mounts();
    openIn(folder.resolve("home"));
    var run = waiting(repository());
    var clone = house.project(run).folder().resolve("repository.git");
    mounts.readOnly(clone);

    house.letsGo(run, "waiting");

    assertThat(held(run)).contains("nothing can be written").contains("make it writable");
    mounts.freed(clone);
    var _ = house.obeys(run, Ada.resumes());
    assertThat(verdict(run)).isEqualTo(Verdict.PASSED);
  }

  @Test
  void a_repository_of_ten_thousand_files_is_worked_on_like_any_other() throws IOException {
    openIn(folder.resolve("home"));
    var repository = repository();
    for (var number = 0; number < 10_000; number++) {
      var file = repository.folder().resolve("many/%d/%d.txt".formatted(number % 100, number));
      Files.createDirectories(file.getParent());
      Files.writeString(file, "file %d\n".formatted(number));
    }
    repository.git("add", "-A");
    repository.git("commit", "-q", "-m", "many files");

    var run = house.ask(repository, Wish.playing("parts").building("quick"));

    assertThat(verdict(run)).isEqualTo(Verdict.PASSED);
    assertThat(repository.git("ls-tree", "-r", "--name-only", "otto/" + run).lines().count())
        .isGreaterThan(10_000);
  }

  private Repository repository() {
    return Repository.of(folder.resolve("thing"), Wish.resources().resolve("parts/base"));
  }

  private RunId waiting(Repository repository) {
    var parts = Parts.of("waiting").with("after", "waiting");
    var run = house.ask(repository, Wish.playing("parts").building(parts));
    house.begins(run, "waiting");
    return run;
  }

  private boolean resumed(RunId run) {
    if (house.run(run).hold().isPresent()) {
      var _ = house.obeys(run, Ada.resumes());
    }
    return house.run(run).hold().isEmpty();
  }

  private String held(RunId run) {
    var held = house.until(run, one -> one.state() instanceof RunState.Paused);
    return held.hold().orElseThrow().why();
  }

  private Verdict verdict(RunId run) {
    Run ended = house.ends(run);
    return ended.ended().orElseThrow().verdict();
  }

  private static Path made(Path folder) {
    try {
      return Files.createDirectories(folder);
    } catch (IOException cannot) {
      throw new IllegalStateException(cannot);
    }
  }

  /// Leaves 100 MiB.
  private static void fill(Path file) throws IOException {
    var piece = new byte[MIB];
    try (var flood = Files.newOutputStream(file)) {
      while (Files.getFileStore(file).getUsableSpace() > 100L * MIB) {
        flood.write(piece);
      }
    }
  }
}
