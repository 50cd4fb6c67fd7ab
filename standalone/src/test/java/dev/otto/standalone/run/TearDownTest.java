package dev.otto.standalone.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.otto.model.RunId;
import dev.otto.model.audit.Verdict;
import dev.otto.model.json.Json;
import dev.otto.model.packet.Packet;
import dev.otto.model.run.RunCommand;
import dev.otto.model.run.RunEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a project wants done before a folder with its files is taken away.
class TearDownTest {
  @TempDir Path folder;

  @Test
  void every_folder_that_was_set_up_is_torn_down_and_what_fails_is_told_and_changes_no_verdict() {
    var part = committed("0.1", "[sh, -c, 'cat set-up && echo torn down']", "[sh, -c, 'exit 3']");

    try (var house = new House(folder.resolve("home"))) {
      var run = house.ask(part.repository(), "a thing", part.settings());

      assertThat(house.ends(run).ended().orElseThrow().verdict()).isEqualTo(Verdict.PASSED);
      for (var purpose : List.of("prepare.setup", "a", "candidate.a", "base", "audit.1")) {
        assertThat(said(house, run, purpose, 1)).as(purpose).isEqualTo("here\ntorn down\n");
      }
      var failed =
          List.of("a", "audit.1", "base", "candidate.a", "prepare.setup").stream()
              .map("the teardown `sh -c exit 3` in the folder of %s failed: exit code 3"::formatted)
              .toList();
      assertThat(notes(house, run)).isEqualTo(failed);
      assertThat(packet(house, run).leftBehind()).isEqualTo(failed);
      assertThat(page(house, run)).contains("Left behind", "in the folder of audit.1");
    }
  }

  @Test
  void an_aborted_run_is_torn_down_after_its_work_was_salvaged() {
    var part =
        committed(
            "300", "[sh, -c, 'cat set-up; mkdir -p parts/a; echo changed > parts/a/number.txt']");

    try (var house = new House(folder.resolve("home"))) {
      var run = house.ask(part.repository(), "a thing", part.settings());
      var work = house.worktree(run, "a").resolve("parts/a/number.txt");
      house.until(run, _ -> Files.exists(work));
      var _ = house.obeys(run, new RunCommand.Abort("ada", "enough", Optional.of("k1")));

      assertThat(house.ends(run).ended().orElseThrow().verdict()).isEqualTo(Verdict.ABORTED);
      assertThat(said(house, run, "a", 1)).isEqualTo("here\n");
      assertThat(house.worktree(run, "a")).doesNotExist();
      assertThat(notes(house, run)).isEmpty();
      var salvage = "refs/otto/salvage/%s/a/".formatted(run);
      assertThat(house.clone(run, "for-each-ref", "--format=%(refname)", salvage))
          .isEqualTo(salvage + "1");
      assertThat(house.clone(run, "show", salvage + "1:parts/a/number.txt")).isEqualTo("1");
    }
  }

  @Test
  void a_teardown_that_is_cut_short_goes_on_with_the_command_that_was_cut() throws IOException {
    var part =
        committed(
            "0.1",
            "[sh, -c, 'echo first >> $HOME/said']",
            "[sh, -c, 'test -e $HOME/cut || { touch $HOME/cut; sleep 100; }; echo second >> $HOME/said']");

    try (var house = new House(folder.resolve("home"))) {
      var run = house.ask(part.repository(), "a thing", part.settings());
      var home = house.hands().host().places().cellHome(run, "setup.prepare.setup");
      house.until(run, _ -> Files.exists(home.resolve("cut")));

      house.goesDown();
      assertThat(home.resolve("said")).hasContent("first\n");
      house.comesUp();

      house.until(run, _ -> Files.exists(home.resolve("said")) && lines(home) > 1);
      assertThat(Files.readString(home.resolve("said"))).isEqualTo("first\nsecond\n");
      var _ = house.obeys(run, new RunCommand.Abort("ada", "enough", Optional.of("k1")));
      house.ends(run);
    }
  }

  /// A thing whose agent lasts so long, and whose settings have these commands at the end.
  private Part committed(String seconds, String... commands) {
    var part = Part.in(folder.resolve("part")).whoseAgentLasts(seconds);
    var repository = new Repository(part.repository());
    repository.write(".gitignore", "set-up\n");
    repository.write(
        "otto.yaml",
        "setup: [[sh, -c, 'echo here > set-up']]\nteardown:\n  - %s\n"
            .formatted(String.join("\n  - ", commands)));
    repository.git("add", "-A");
    repository.git("commit", "-q", "-m", "settings");
    return part;
  }

  private static long lines(Path home) {
    try (var lines = Files.lines(home.resolve("said"))) {
      return lines.count();
    } catch (IOException trouble) {
      throw new UncheckedIOException(trouble);
    }
  }

  private static String said(House house, RunId run, String purpose, int number) {
    var logs = house.hands().host().places().logs(run);
    var log = logs.resolve("teardown").resolve(purpose).resolve("" + number);
    try (var files = Files.walk(log)) {
      return Files.readString(
          files
              .filter(file -> file.getFileName().toString().contains("out"))
              .findFirst()
              .orElseThrow());
    } catch (IOException trouble) {
      throw new UncheckedIOException(trouble);
    }
  }

  private static List<String> notes(House house, RunId run) {
    return house.log(run).stream()
        .map(row -> row.body())
        .filter(RunEvent.Rendered.class::isInstance)
        .flatMap(event -> ((RunEvent.Rendered) event).proof().notes().stream())
        .toList();
  }

  private static Packet packet(House house, RunId run) {
    var digest = house.run(run).proof().orElseThrow().packet();
    return Json.value(house.hands().host().contents().text(digest), Packet.class);
  }

  private static String page(House house, RunId run) {
    return house.hands().host().contents().text(house.run(run).proof().orElseThrow().page());
  }
}
