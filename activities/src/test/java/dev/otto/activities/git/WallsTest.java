package dev.otto.activities.git;

import static dev.otto.activities.git.Bench.API;
import static dev.otto.activities.git.Bench.LEASE;
import static dev.otto.activities.git.Bench.RUN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.otto.activities.process.ProcessStarter;
import dev.otto.activities.process.cell.CellSettings;
import dev.otto.activities.process.cell.Cells;
import dev.otto.activities.process.cell.Sandbox;
import dev.otto.model.CommitId;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Git and agents behind bubblewrap, with nothing of the test's folder but what they are given.
class WallsTest {
  @TempDir Path folder;
  private Clone clone;
  private CommitId base;
  private Worktree worktree;
  private User agent;

  @BeforeEach
  void aWorktree() {
    var user = User.withOneCommit(folder.resolve("shop"));
    var bench = new Bench(folder.resolve("home"));
    clone = bench.clone(user);
    base = clone.bases().take(LEASE, bench.look(user)).commit();
    worktree = clone.worktrees().open(WorktreeName.of(RUN, API), base);
    agent = Agent.in(worktree);
  }

  @Test
  void a_snapshot_is_the_same_behind_walls() {
    agent.write("a.txt", "changed").write("new/ü", "x").write("nested/y", "y");
    agent.shell("rm src/b.txt; git init -q nested; ln -s /etc/passwd link");
    var behind = new AtomicInteger();
    Walls walls =
        (program, readable, writable) -> {
          behind.incrementAndGet();
          return program.behind(walled(readable, writable));
        };

    var walled = clone.snapshots(walls).take(worktree);

    assertThat(walled.aside()).containsExactly("nested/.git");
    assertThat(clone.snapshots(Walls.NONE).take(worktree).tree()).isEqualTo(walled.tree());
    assertThat(clone.trees().paths(walled.tree()))
        .containsExactly("a.txt", "link", "nested/y", "new/ü");
    assertThat(behind.get()).isGreaterThan(5);
    assertThat(clone.git().ask("fsck", "--full").ok()).isTrue();
  }

  @Test
  void a_snapshot_is_the_same_behind_the_walls_of_cells() {
    agent.write("a.txt", "changed").write("new/ü", "x").write("nested/y", "y");
    agent.shell("rm src/b.txt; git init -q nested; ln -s /etc/passwd link");
    var cells =
        Cells.on(new ProcessStarter(), CellSettings.of(Sandbox.PREFERRED, folder.resolve("home")));
    assumeTrue(cells.walls().all(), () -> "NOT PROVEN: " + cells.walls());

    var walled = clone.snapshots(cells::around).take(worktree);

    assertThat(walled.aside()).containsExactly("nested/.git");
    assertThat(clone.snapshots(Walls.NONE).take(worktree).tree()).isEqualTo(walled.tree());
  }

  @Test
  void every_git_command_works_for_an_agent_and_nothing_of_it_is_seen_outside() {
    var mine = PrivateGitDirectory.of(clone, worktree);
    var clonesFiles = Fingerprint.of(mine.hidden(), _ -> true);
    var shown = Fingerprint.of(mine.stands(), _ -> true);

    var script =
        """
        cd "$1"
        test "$(git status --porcelain)" = ""
        test "$(git log --format=%s)" = Begin
        echo x > a.txt; git add -A; git commit -qm Mine
        echo y > new; git stash -q --include-untracked; git stash pop -q
        git checkout -q -b other; git switch -q api; git tag v1; git branch -D other -q
        git config core.fsmonitor evil; git checkout -q -- a.txt; git gc -q
        git diff --stat HEAD~1 >/dev/null; git blame a.txt >/dev/null
        if echo z > .git; then exit 11; fi
        if rm -f .git; then exit 12; fi
        if touch "$2/objects/x"; then exit 13; fi
        test "$(ls -A "$2")" = objects
        """;

    var words = new ArrayList<>(walled(mine));
    words.addAll(
        List.of("sh", "-ec", script, "sh", mine.files().toString(), mine.hidden().toString()));
    agent.runs(words);

    assertThat(Fingerprint.of(mine.hidden(), _ -> true).since(clonesFiles)).isEmpty();
    assertThat(Fingerprint.of(mine.stands(), _ -> true).since(shown)).isEmpty();
    var paths =
        clone.trees().changed(worktree.tree(), clone.snapshots(Walls.NONE).take(worktree).tree());
    assertThat(paths).containsExactly("a.txt", "new");
  }

  private List<String> walled(List<Path> readable, List<Path> writable) {
    var words = walls();
    readable.forEach(path -> bind(words, "--ro-bind", path, path));
    writable.forEach(path -> bind(words, "--bind", path, path));
    return words;
  }

  private List<String> walled(PrivateGitDirectory mine) {
    var words = walls();
    bind(words, "--bind", mine.files(), mine.files());
    bind(words, "--ro-bind", mine.pointer(), mine.pointer());
    words.addAll(List.of("--tmpfs", mine.hidden().toString()));
    bind(words, "--ro-bind", mine.objects(), mine.objects());
    bind(words, "--bind", mine.own(), mine.stands());
    return words;
  }

  private List<String> walls() {
    return new ArrayList<>(
        List.of(
            "/usr/bin/bwrap",
            "--ro-bind",
            "/",
            "/",
            "--dev",
            "/dev",
            "--proc",
            "/proc",
            "--unshare-all",
            "--die-with-parent",
            "--new-session",
            "--tmpfs",
            folder.toString()));
  }

  private static void bind(List<String> words, String how, Path outside, Path inside) {
    words.addAll(List.of(how, outside.toString(), inside.toString()));
  }
}
