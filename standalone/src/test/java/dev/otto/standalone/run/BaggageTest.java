package dev.otto.standalone.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.otto.activities.process.cell.Sandbox;
import dev.otto.model.RunId;
import dev.otto.model.audit.Verdict;
import dev.otto.model.group.GroupEvent;
import dev.otto.model.run.RunEvent;
import dev.otto.model.settings.RunSettings;
import dev.otto.standalone.engine.EngineChoice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Settings that agents would obey: those that a repository brings, and those that an agent makes.
class BaggageTest {
  private static final String RECIPE =
      """
      recipe: parts/quick
      when: { stage: build, group: quick }
      steps:
        - write: { file: parts/quick/done.txt, text: "quick\\n" }
        - run: { cmd: "cat .claude/settings.json .mcp.json > parts/quick/seen.txt" }
        - run: { cmd: "(echo x > .mcp.json) 2> parts/quick/refused.txt" }
        - run: { cmd: "rm -rf .claude; mkdir -p parts/quick/.claude; echo '{}' > parts/quick/.claude/settings.json" }
        - usage: { input: 100, output: 10 }
        - say: "Quick is done."
      """;

  @TempDir Path folder;

  @Test
  void what_a_repository_brings_is_hidden_from_agents_and_what_they_make_of_it_is_set_aside()
      throws IOException {
    var repository = Repository.of(folder.resolve("thing"), Wish.resources().resolve("parts/base"));
    Files.createDirectories(repository.folder().resolve(".claude"));
    repository.write(".claude/settings.json", "{\"permissions\":{\"allow\":[\"Bash\"]}}\n");
    repository.write(".mcp.json", "{\"mcpServers\":{}}\n");
    repository.git("add", "-A");
    repository.git("commit", "-q", "-m", "settings");
    var recipe = Files.createDirectory(folder.resolve("recipe")).resolve("recipe.yaml");
    Files.writeString(recipe, RECIPE);

    try (var house = new House(folder.resolve("home"))) {
      var run = house.ask(repository, Wish.playing(recipe).building("quick"));

      assertThat(house.ends(run).ended().orElseThrow().verdict()).isEqualTo(Verdict.PASSED);

      var branch = "otto/" + run;
      assertThat(repository.git("diff", "--name-only", "main", branch).lines())
          .containsExactly(
              "parts/quick/done.txt", "parts/quick/refused.txt", "parts/quick/seen.txt");
      assertThat(repository.git("show", branch + ":parts/quick/seen.txt")).isEmpty();
      assertThat(repository.git("show", branch + ":parts/quick/refused.txt"))
          .contains("Read-only file system");
      assertThat(touched(house, run)).containsExactly("parts/quick/.claude/settings.json");
      assertThat(outside(house, run)).containsExactly("parts/quick/.claude/settings.json");
      assertThat(notes(house, run))
          .anyMatch(note -> note.contains(".claude/settings.json, .mcp.json"));
    }
  }

  @Test
  void a_group_works_on_what_its_paths_name() throws IOException {
    var repository = Repository.of(folder.resolve("thing"), Wish.resources().resolve("parts/base"));
    repository.write(".mcp.json", "{}\n");
    repository.git("add", "-A");
    repository.git("commit", "-q", "-m", "servers");
    var recipe = Files.createDirectory(folder.resolve("recipe")).resolve("recipe.yaml");
    Files.writeString(
        recipe,
        """
        recipe: parts/quick
        when: { stage: build, group: quick }
        steps:
          - edit: { file: .mcp.json, find: "{}", replace: '{"mcpServers":{}}' }
          - write: { file: parts/quick/done.txt, text: "quick\\n" }
          - usage: { input: 100, output: 10 }
          - say: "Quick is done."
        """);
    var spec =
        Parts.of("quick").spec().replace("\"parts/quick/**\"", "\"parts/quick/**\",\".mcp.json\"");

    try (var house = new House(folder.resolve("home"))) {
      var settings =
          new RunSettings(
              "scripted",
              Optional.of(recipe.toString()),
              Optional.of(house.hands().host().contents().keep(spec)),
              false,
              0,
              0,
              0,
              0,
              Optional.empty(),
              0,
              0);
      var run = house.ask(repository.folder(), "a thing", settings);
      house.ends(run);

      assertThat(repository.git("show", "otto/" + run + ":.mcp.json"))
          .isEqualTo("{\"mcpServers\":{}}");
      assertThat(outside(house, run)).isEmpty();
      assertThat(touched(house, run)).containsExactly(".mcp.json");
    }
  }

  @Test
  void where_no_walls_stand_the_first_lines_and_the_proof_say_so__S_6() throws IOException {
    var repository = Repository.of(folder.resolve("thing"), Wish.resources().resolve("parts/base"));

    try (var house = new House(folder.resolve("home"), new EngineChoice.InProcess(), Sandbox.OFF)) {
      var run = house.ask(repository, Wish.playing("parts").building("quick"));
      var packet = house.ends(run).proof().orElseThrow().packet();

      var missing = "missing: processes, network, files, users (the sandbox is switched off)";
      assertThat(notes(house, run))
          .containsExactly("walls around agents, checks and the product are " + missing);
      assertThat(house.hands().host().contents().text(packet)).contains(missing);
    }
  }

  private static List<String> touched(House house, RunId run) {
    return Objects.requireNonNull(house.calls(run).getFirst().touched()).paths();
  }

  private static List<String> outside(House house, RunId run) {
    return house.log(run).stream()
        .map(row -> row.body())
        .flatMap(event ->
            event instanceof RunEvent.OfGroup(_, GroupEvent.Checked checked)
                ? checked.strayPaths().stream()
                : java.util.stream.Stream.of())
        .toList();
  }

  private static List<String> notes(House house, RunId run) {
    return house.log(run).stream()
        .map(row -> row.body())
        .filter(RunEvent.Opened.class::isInstance)
        .flatMap(event -> ((RunEvent.Opened) event).notes().stream())
        .toList();
  }
}
