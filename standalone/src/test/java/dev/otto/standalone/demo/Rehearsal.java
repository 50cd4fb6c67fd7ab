package dev.otto.standalone.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.otto.activities.agent.AgentEvent;
import dev.otto.activities.agent.protocol.EventLine;
import dev.otto.activities.agent.scripted.play.EventStream;
import dev.otto.activities.agent.scripted.play.Pace;
import dev.otto.activities.agent.scripted.play.Performance;
import dev.otto.activities.agent.scripted.recipe.Recipe;
import dev.otto.activities.agent.scripted.recipe.RecipeReader;
import dev.otto.model.CallId;
import dev.otto.model.GroupId;
import dev.otto.model.call.CallOrder;
import dev.otto.model.call.Stage;
import dev.otto.model.check.Check;
import dev.otto.model.check.CheckKind;
import dev.otto.model.spec.GroupSpec;
import dev.otto.model.spec.Spec;
import dev.otto.model.spec.SpecReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/// A run without Otto: the calls of a recipe, played in git worktrees that are merged by hand.
final class Rehearsal {
  private final Path folder;
  private final Recipe recipe;
  private int calls;

  private Rehearsal(Path folder, Recipe recipe) {
    this.folder = folder;
    this.recipe = recipe;
  }

  /// A rehearsal in that folder; the base commit is what lies in `folder/main`.
  static Rehearsal of(Path folder, Path recipe) throws Exception {
    var rehearsal = new Rehearsal(folder, RecipeReader.read(recipe));
    rehearsal.git("init", "-q", "-b", "main", ".");
    commit(rehearsal.main(), "base");
    rehearsal.git("branch", "base");
    return rehearsal;
  }

  Path main() {
    return folder.resolve("main");
  }

  Path worktree(String group) {
    return folder.resolve(group);
  }

  /// The spec that the recipe answers with; it must keep every rule.
  Spec spec() throws Exception {
    var answer = call(Stage.SPEC, Optional.empty(), 1, 0, main()).orElseThrow();
    var reading =
        new SpecReader(EnumSet.of(CheckKind.COMMAND, CheckKind.HTTP, CheckKind.FILES))
            .read(answer.toString());
    assertThat(reading).isInstanceOf(SpecReader.Reading.Accepted.class);
    return ((SpecReader.Reading.Accepted) reading).spec();
  }

  /// Puts the sealed files in place, as Otto does before the first group.
  void seal(Spec spec) throws Exception {
    for (var check : spec.checks()) {
      if (check instanceof Check.Command command) {
        for (var file : command.oracle().files()) {
          var sealed = main().resolve(file.path());
          Files.createDirectories(sealed.resolveSibling(""));
          Files.writeString(sealed, file.text());
        }
      }
    }
    commit(main(), "sealed");
  }

  /// Gives the group a worktree of its own on the branch as it is now.
  void begin(String group) throws Exception {
    git("worktree", "add", "-q", "-b", group, worktree(group).toString(), "main");
  }

  /// Plays a call of the group and commits what it may change; the answer is what it may not.
  List<String> work(Stage stage, GroupSpec group, int attempt, int round) throws Exception {
    var name = group.id().value();
    call(stage, Optional.of(group.id()), attempt, round, worktree(name));
    var strays = new ArrayList<String>();
    for (var path : changed(worktree(name))) {
      if (!group.mayChange(path)) {
        strays.add(path);
        Files.delete(worktree(name).resolve(path));
      }
    }
    commit(worktree(name), stage.word() + " " + name);
    return strays;
  }

  /// Merges the group into the branch; the answer is what conflicts.
  List<String> merge(String group) throws Exception {
    if (Programs.run(main(), "git", "merge", "-q", "--no-edit", group).exit() == 0) {
      return List.of();
    }
    var conflicts = Programs.run(main(), "git", "diff", "--name-only", "--diff-filter=U");
    git("merge", "--abort");
    return conflicts.output().lines().toList();
  }

  /// Lays out both sides of the conflict in the group's worktree and plays the conflict call.
  void solve(GroupSpec group) throws Exception {
    var worktree = worktree(group.id().value());
    Programs.run(worktree, "git", "merge", "-q", "--no-edit", "main");
    call(Stage.CONFLICT, Optional.of(group.id()), 1, 0, worktree);
    commit(worktree, "solved");
  }

  /// Plays a call that changes nothing and returns its structured answer.
  Optional<JsonNode> call(
      Stage stage, Optional<GroupId> group, int attempt, int round, Path worktree)
      throws Exception {
    var order = new CallOrder(new CallId("c" + ++calls), stage, group, attempt, round, 1, 0);
    var said = new ByteArrayOutputStream();
    var document = recipe.matching(order).orElseThrow();
    var home = folder.resolve("homes").resolve("c" + calls);
    try (var performance =
        Performance.of(document, order, worktree, home, Pace.UNLIMITED, new EventStream(said))) {
      assertThat(performance.play()).isZero();
    }
    var events = said.toString(StandardCharsets.UTF_8).lines().map(EventLine::read).toList();
    assertThat(events)
        .noneMatch(event -> event instanceof AgentEvent.ToolResult result && !result.ok());
    return ((AgentEvent.Finished) events.getLast()).structured();
  }

  void git(String... arguments) throws Exception {
    var argv = new ArrayList<>(List.of("git"));
    argv.addAll(List.of(arguments));
    var ended = Programs.run(main(), argv.toArray(String[]::new));
    assertThat(ended.exit()).as("%s: %s", argv, ended.output()).isZero();
  }

  private static List<String> changed(Path worktree) throws Exception {
    return Programs.run(worktree, "git", "status", "--porcelain", "-uall", "--no-renames")
        .output()
        .lines()
        .map(line -> line.substring(3))
        .toList();
  }

  private static void commit(Path worktree, String words) throws IOException, InterruptedException {
    Programs.run(worktree, "git", "add", "-A");
    Programs.run(
        worktree,
        "git",
        "-c",
        "user.name=Rehearsal",
        "-c",
        "user.email=rehearsal@example.invalid",
        "commit",
        "-q",
        "--allow-empty",
        "-m",
        words);
  }
}
