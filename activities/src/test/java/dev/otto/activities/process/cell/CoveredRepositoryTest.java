package dev.otto.activities.process.cell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.otto.model.Digest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A git directory of its own, laid over the path of a repository: everything works for the
/// command, and nothing of it reaches the repository.
class CoveredRepositoryTest {
  private static final String PREPARED =
      """
      set -e
      git init -q -b main "$1/source"
      cd "$1/source"
      echo one > file; git add file; git commit -qm base
      git clone -q --bare --no-hardlinks "$1/source" "$1/otto/repository.git"
      git -C "$1/otto/repository.git" worktree add -q -b group "$1/otto/run/worktree/tree" main
      git init -q --bare "$2"
      mkdir -p "$2/worktrees/tree"
      cd "$1/otto/repository.git"
      cp worktrees/tree/HEAD worktrees/tree/commondir worktrees/tree/gitdir worktrees/tree/index "$2/worktrees/tree/"
      git for-each-ref --format='%(objectname) %(refname)' refs/heads/group > "$2/packed-refs"
      echo "$3" > "$2/objects/info/alternates"
      """;

  private static final String WORK =
      """
      set -e
      export GIT_AUTHOR_NAME=a GIT_AUTHOR_EMAIL=a@b GIT_COMMITTER_NAME=a GIT_COMMITTER_EMAIL=a@b
      git status --short; git log --oneline | wc -l
      echo two >> file; git add file; git stash -q; git stash pop -q; git commit -qam 'agent was here'
      git checkout -q -b other; git tag mark; git config core.fsmonitor /tmp/evil
      echo three > new; git add -A; git commit -qm more; git log --oneline | wc -l
      (rm -f .git || mv .git x || echo gitdir: /tmp > .git) 2>/dev/null || echo kept
      """;

  private static final Path OBJECTS = Path.of("/run/otto/objects");

  @TempDir Path folder;

  @Test
  void every_git_command_works_and_the_repository_stays_as_it_was() throws IOException {
    var yard = new Yard(folder, Sandbox.REQUIRED);
    var open = new Yard(folder, Sandbox.OFF);
    var repository = yard.otto.resolve("repository.git");
    var standIn = yard.otto.resolve("run/git");
    prepare(open, standIn);
    var before = files(repository);
    var tree = yard.worktree.resolve("tree");
    var plan =
        CellPlan.of(
                yard.name, tree, yard.otto.resolve("run/home"), yard.otto.resolve("run/temporary"))
            .with(Mount.writable(tree))
            .with(
                new Mount.ReadOnly(repository.resolve("objects"), OBJECTS),
                new Mount.Writable(standIn, repository),
                Mount.readOnly(tree.resolve(".git")));

    var outcome = yard.cells.run(plan, yard.shell(WORK));

    assertThat(outcome.well()).as("%s", Yard.text(outcome.err().file())).isTrue();
    assertThat(Yard.text(outcome.out().file())).isEqualTo("1\n3\nkept\n");
    assertThat(files(repository)).isEqualTo(before);
    assertThat(tree.resolve("file")).hasContent("one\ntwo\n");
  }

  private void prepare(Yard open, Path standIn) {
    var identity =
        Map.of(
            "GIT_AUTHOR_NAME", "a",
            "GIT_AUTHOR_EMAIL", "a@b",
            "GIT_COMMITTER_NAME", "a",
            "GIT_COMMITTER_EMAIL", "a@b");
    var prepared =
        open.cells.run(
            open.plan().withEnvironment(identity),
            open.command(
                "sh",
                "-c",
                PREPARED,
                "prepare",
                folder.toString(),
                standIn.toString(),
                OBJECTS.toString()));
    assertThat(prepared.well()).as("%s", Yard.text(prepared.err().file())).isTrue();
  }

  private static Map<Path, Digest> files(Path folder) throws IOException {
    var files = new TreeMap<Path, Digest>();
    try (var paths = Files.walk(folder)) {
      for (var path : paths.filter(Files::isRegularFile).toList()) {
        files.put(path, Digest.of(Files.readAllBytes(path)));
      }
    }
    return files;
  }
}
