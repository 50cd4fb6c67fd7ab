package dev.otto.standalone.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.otto.activities.process.cell.Sandbox;
import dev.otto.model.RunId;
import dev.otto.model.audit.Verdict;
import dev.otto.model.group.GroupEvent;
import dev.otto.model.run.RunEvent;
import dev.otto.standalone.engine.EngineChoice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Agents that commit, amend, switch, move, stray, plant and nest: what counts is the files that
/// they leave, and nothing that they planted is ever run by Otto's git, with walls or without.
@Tag("slow")
class HostileAgentTest {
  private static final Parts PARTS =
      Parts.of("commits", "switches", "moves", "strays", "plants", "nests", "repoints");

  @TempDir Path folder;
  private Path witness;
  private Path recipe;
  private Repository repository;

  @BeforeEach
  void aTrap() throws IOException {
    witness = folder.resolve("witness");
    var trap = folder.resolve("trap.sh");
    Files.writeString(trap, "#!/bin/sh\ntouch '%s'\n".formatted(witness));
    assertThat(trap.toFile().setExecutable(true)).isTrue();
    var hostile = Wish.resources().resolve("hostile");
    recipe = Files.createDirectory(folder.resolve("recipe")).resolve("recipe.yaml");
    var text = Files.readString(hostile.resolve("recipe.yaml"));
    Files.writeString(recipe, text.replace("@TRAP@", trap.toString()));
    repository = Repository.of(folder.resolve("thing"), hostile.resolve("base"));
  }

  @Test
  void hostile_agents_leave_files_and_nothing_else_with_walls_and_without() throws IOException {
    var walled = outcome("walled", Sandbox.PREFERRED);
    var open = outcome("open", Sandbox.OFF);

    assertThat(walled.verdict()).isEqualTo(Verdict.PASSED);
    assertThat(open).isEqualTo(walled);
    assertThat(walled.files())
        .contains(
            "100644 parts/commits/late.txt",
            "100644 parts/commits/more.txt",
            "100644 parts/switches/done.txt",
            "100644 parts/moves/done.txt",
            "100755 parts/moves/run.sh",
            "120000 parts/moves/passwords",
            "120000 parts/moves/clone",
            "100644 parts/plants/.gitattributes",
            "100644 parts/nests/inner/a.txt")
        .doesNotContain(
            "100644 parts/moves/old.txt", "100644 parts/moves/gone.txt", "100644 stray.txt");
    assertThat(walled.outside())
        .isEqualTo(
            Map.of(
                "strays", List.of("README.md", "stray.txt"),
                "nests", List.of("parts/nests/inner/.git"),
                "repoints", List.of("parts/repoints/own/.git")));
  }

  /// What came of a run.
  ///
  /// @param files the files of its tree, with their modes
  /// @param outside what is on record as not the group's, by group
  private record Outcome(
      Verdict verdict, String tree, List<String> files, Map<String, List<String>> outside) {}

  private Outcome outcome(String name, Sandbox sandbox) throws IOException {
    try (var house = new House(folder.resolve(name), new EngineChoice.InProcess(), sandbox)) {
      var run = house.ask(repository, Wish.playing(recipe).building(PARTS));
      house.begins(run, "plants");
      assertThatATrapIsSet(house, run, "plants", sandbox);
      house.letsGo(run, "plants");
      house.begins(run, "nests");
      assertThatATrapIsSetIn(house.worktree(run, "nests").resolve("parts/nests/inner/.git"));
      house.letsGo(run, "nests");

      var verdict = house.ends(run).ended().orElseThrow().verdict();

      assertThat(witness).doesNotExist();
      return new Outcome(
          verdict,
          repository.git("rev-parse", "otto/%s^{tree}".formatted(run)),
          repository
              .git("ls-tree", "-r", "--format=%(objectmode) %(path)", "otto/" + run)
              .lines()
              .toList(),
          outside(house, run));
    }
  }

  /// In its own git directory, which behind walls is not the one that it seems to be.
  private void assertThatATrapIsSet(House house, RunId run, String group, Sandbox sandbox)
      throws IOException {
    var kind = sandbox == Sandbox.OFF ? "shown" : "private";
    assertThatATrapIsSetIn(
        house.project(run).folder().resolve(kind).resolve(run.value()).resolve(group));
  }

  /// A plain git does run what was planted, or nothing would be proven.
  private void assertThatATrapIsSetIn(Path gitDirectory) throws IOException {
    new Repository(gitDirectory)
        .git("--git-dir=.", "--work-tree=" + folder, "-c", "core.bare=false", "status");
    assertThat(witness).exists();
    Files.delete(witness);
  }

  private static Map<String, List<String>> outside(House house, RunId run) {
    var outside = new TreeMap<String, List<String>>();
    house.log(run).stream()
        .map(row -> row.body())
        .forEach(event -> {
          if (event instanceof RunEvent.OfGroup(var group, GroupEvent.Checked checked)
              && !checked.strayPaths().isEmpty()) {
            outside.put(group.value(), checked.strayPaths());
          }
        });
    return outside;
  }
}
