package dev.otto.standalone.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.otto.model.RunId;
import dev.otto.model.audit.Verdict;
import dev.otto.model.run.RunEvent;
import dev.otto.model.run.RunState;
import dev.otto.standalone.engine.EngineChoice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a project wants done before anything works in a folder with its files.
class SetupTest {
  private static final String RECIPE =
      """
      recipe: parts/quick
      when: { stage: build, group: quick }
      steps:
        - run: { cmd: "mkdir -p parts/quick; cp installed/env.txt parts/quick/env.txt" }
        - write: { file: parts/quick/done.txt, text: "quick\\n" }
        - usage: { input: 100, output: 10 }
        - say: "Quick is done."
      """;

  @TempDir Path folder;
  private Repository repository;
  private Path recipe;

  @BeforeEach
  void aProject() throws IOException {
    repository = Repository.of(folder.resolve("thing"), Wish.resources().resolve("parts/base"));
    repository.write(".gitignore", ".go\ninstalled\n");
    recipe = Files.createDirectory(folder.resolve("recipe")).resolve("recipe.yaml");
    Files.writeString(recipe, RECIPE);
  }

  @Test
  void it_is_done_before_the_first_call_and_in_every_folder_where_commands_are_run()
      throws IOException {
    committed(
        """
        memory: {enabled: true}
        setup:
          - mkdir installed
          - [sh, -c, "env > installed/env.txt; cat /proc/net/dev > installed/net.txt"]
        """);

    try (var house = new House(folder.resolve("home"))) {
      var run = house.ask(repository, Wish.playing(recipe).building("quick"));

      assertThat(house.ends(run).ended().orElseThrow().verdict()).isEqualTo(Verdict.PASSED);
      assertThat(repository.git("diff", "--name-only", "main", "otto/" + run).lines())
          .containsExactly("parts/quick/done.txt", "parts/quick/env.txt");
      assertThat(repository.git("show", "otto/" + run + ":parts/quick/env.txt"))
          .contains("HTTPS_PROXY=http://127.0.0.1:8123", "-Dhttps.proxyPort=8123");
      assertThat(notes(house, run))
          .singleElement()
          .asString()
          .startsWith("set up with mkdir installed; sh -c env");
      assertThat(opened(house, run))
          .contains(
              "`memory` in otto.yaml of the base commit has no meaning any more: what agents are to know stands in AGENTS.md.");
      var logs = house.hands().host().places().logs(run).resolve("setup");
      assertThat(logs.resolve("prepare.setup/2")).exists();
      assertThat(logs.resolve("quick/2")).exists();
    }
  }

  @Test
  void one_that_fails_holds_the_run_before_any_agent_is_called() throws IOException {
    committed("setup:\n  - [sh, -c, \"echo no >&2; exit 3\"]\n");

    try (var house = new House(folder.resolve("home"), new EngineChoice.InProcess())) {
      var run = house.ask(repository, Wish.playing(recipe).building("quick"));
      var held = house.until(run, one -> one.hold().isPresent());

      assertThat(held.state())
          .isInstanceOfSatisfying(
              RunState.Paused.class,
              paused -> assertThat(paused.why()).contains("failed: exit code 3"));
      assertThat(house.calls(run)).isEmpty();
    }
  }

  private void committed(String settings) {
    repository.write("otto.yaml", settings);
    repository.git("add", "-A");
    repository.git("commit", "-q", "-m", "setup");
    repository.write("otto.yaml", "setup:\n  - touch this-is-not-committed\n");
  }

  private static List<String> opened(House house, RunId run) {
    return house.log(run).stream()
        .map(row -> row.body())
        .filter(RunEvent.Opened.class::isInstance)
        .flatMap(event -> ((RunEvent.Opened) event).notes().stream())
        .toList();
  }

  private static List<String> notes(House house, RunId run) {
    return house.log(run).stream()
        .map(row -> row.body())
        .filter(RunEvent.Prepared.class::isInstance)
        .flatMap(event -> ((RunEvent.Prepared) event).notes().stream())
        .toList();
  }
}
