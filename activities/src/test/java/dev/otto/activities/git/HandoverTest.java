package dev.otto.activities.git;

import static dev.otto.activities.git.Bench.API;
import static dev.otto.activities.git.Bench.LEASE;
import static dev.otto.activities.git.Bench.NOON;
import static dev.otto.activities.git.Bench.RUN;
import static dev.otto.activities.git.Bench.order;
import static dev.otto.activities.git.Bench.owning;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.otto.model.CommitId;
import dev.otto.model.Lease;
import dev.otto.model.TreeId;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HandoverTest {
  @TempDir Path folder;
  private Bench bench;
  private Clone clone;
  private CommitId base;
  private Worktree worktree;
  private User agent;

  @BeforeEach
  void aWorktree() {
    var user = User.withOneCommit(folder.resolve("shop"));
    user.write("docs/d.md", "d\n").write("src/deep/er/c.txt", "c\n").commit("More");
    bench = new Bench(folder.resolve("home"));
    clone = bench.clone(user);
    base = clone.bases().take(LEASE, bench.look(user)).commit();
    worktree = clone.worktrees().open(WorktreeName.of(RUN, API), base);
    agent = Agent.in(worktree);
  }

  @Test
  void what_the_group_owns_becomes_a_commit_by_otto() {
    agent.write("src/b.txt", "B\n").write("src/new.txt", "n\n");

    var work = (Work.Committed) take(owning("src/**"));

    assertThat(work.changes())
        .isEqualTo(new Changes(List.of("src/b.txt", "src/new.txt"), Strays.NONE, List.of()));
    assertThat(clone.refs().commit(Ref.group(RUN, API))).contains(work.commit());
    assertThat(clone.git().run("cat-file", "commit", work.commit().hex()).text())
        .isEqualTo(
            """
            tree %s
            parent %s
            author Otto <otto@localhost> 1795262400 +0000
            committer Otto <otto@localhost> 1795262400 +0000

            Work of api

            Otto-Run: 2026-11-21-090312-a1b2c3
            Otto-Group: api
            Otto-Attempt: 1
            """
                .formatted(work.tree(), base));
  }

  @Test
  void strays_are_kept_as_a_patch_and_taken_out_of_commit_and_worktree() {
    agent.write("src/b.txt", "B\n").write("a.txt", "A\n").write("stray/☃.bin", "\0\1");
    agent.shell("rm docs/d.md; printf x > src/deep/er/own");

    var work = (Work.Committed) take(owning("src/**"));

    assertThat(work.changes().inside()).containsExactly("src/b.txt", "src/deep/er/own");
    assertThat(work.changes().strays().paths())
        .containsExactly("a.txt", "docs/d.md", "stray/☃.bin");
    assertThat(clone.trees().changed(clone.tree(base), work.tree()))
        .containsExactly("src/b.txt", "src/deep/er/own");
    assertThat(agent.read("a.txt")).isEqualTo("a\n");
    assertThat(agent.read("docs/d.md")).isEqualTo("d\n");
    assertThat(agent.has("stray")).isFalse();
    assertThat(agent.read("src/b.txt")).isEqualTo("B\n");
    assertThat(clone.snapshots(Walls.NONE).take(worktree).tree()).isEqualTo(work.tree());
  }

  @Test
  void the_patch_brings_the_strays_back() {
    agent.write("a.txt", "A\n").write("stray.bin", "\0\1\2").write("src/b.txt", "B\n");
    agent.shell("rm docs/d.md");

    var patch =
        bench.contents.find(take(owning("src/**")).changes().strays().patch().orElseThrow());

    agent.write(
        "../the.patch", new String(patch.orElseThrow(), java.nio.charset.StandardCharsets.UTF_8));
    agent.git("apply", "../the.patch");
    assertThat(agent.read("a.txt")).isEqualTo("A\n");
    assertThat(agent.read("stray.bin")).isEqualTo("\0\1\2");
    assertThat(agent.has("docs/d.md")).isFalse();
  }

  @Test
  void nothing_changed_is_no_commit_and_says_so() {
    assertThat(take(owning("src/**")))
        .isEqualTo(
            new Work.Nothing(worktree.tree(), new Changes(List.of(), Strays.NONE, List.of())));
    assertThat(clone.refs().commit(Ref.group(RUN, API))).isEmpty();
  }

  @Test
  void strays_alone_are_no_work() {
    agent.write("a.txt", "A\n");

    var work = take(owning("src/**"));

    assertThat(work).isInstanceOf(Work.Nothing.class);
    assertThat(work.changes().strays().paths()).containsExactly("a.txt");
    assertThat(agent.read("a.txt")).isEqualTo("a\n");
  }

  @Test
  void shared_paths_and_deep_ones_belong_too() {
    agent.write("a.txt", "A\n").write("src/deep/er/and/er/x", "x\n").write("src/y", "y\n");

    var work = take(owning("src/**/x", "a.txt"));

    assertThat(work.changes().inside()).containsExactly("a.txt", "src/deep/er/and/er/x");
    assertThat(work.changes().strays().paths()).containsExactly("src/y");
  }

  /// A file in the place of a folder whose files are not the group's: taking it would remove them.
  @Test
  void an_own_file_that_displaces_foreign_ones_is_a_stray() {
    agent.shell("rm -r docs; printf x > docs");

    var work = take(owning("docs"));

    assertThat(work).isInstanceOf(Work.Nothing.class);
    assertThat(work.changes().strays().paths()).containsExactly("docs/d.md", "docs");
    assertThat(agent.read("docs/d.md")).isEqualTo("d\n");
  }

  @Test
  void modes_links_and_moves_of_folders_arrive() {
    agent.shell("chmod +x src/b.txt; ln -s ../../a.txt src/link; mv src/deep src/moved");

    var work = (Work.Committed) take(owning("src/**"));

    assertThat(clone.git().run("ls-tree", "-r", work.tree().hex()).lines())
        .anyMatch(line -> line.startsWith("100755") && line.endsWith("src/b.txt"))
        .anyMatch(line -> line.startsWith("120000") && line.endsWith("src/link"))
        .anyMatch(line -> line.endsWith("src/moved/er/c.txt"))
        .noneMatch(line -> line.endsWith("src/deep/er/c.txt"));
  }

  /// Whatever is killed, and whatever ran in the worktree since, the same order gets the same
  /// answer.
  @Test
  void a_repeat_answers_the_same() {
    agent.write("src/b.txt", "B\n").write("a.txt", "A\n");
    var first = take(owning("src/**"));
    agent.write("a-check-wrote-this", "x").write("src/coverage.out", "x");
    bench.restart();

    assertThat(take(owning("src/**"))).isEqualTo(first);
    assertThat(agent.has("src/coverage.out")).isFalse();
  }

  @Test
  void a_repeat_still_knows_what_was_put_aside() {
    var nested = User.withOneCommit(agent.folder().resolve("src/nested"));
    var first = take(owning("src/**"));
    assertThat(first.changes().aside()).containsExactly("src/nested/.git");
    nested.git("init", "--quiet");

    assertThat(take(owning("src/**"))).isEqualTo(first);
  }

  @Test
  void a_repeat_after_a_kill_before_the_worktree_was_cleared_answers_the_same() {
    agent.write("src/b.txt", "B\n").write("a.txt", "A\n").write("stray", "s");
    var first = take(owning("src/**"));
    agent.write("a.txt", "A\n").write("stray", "s");

    assertThat(take(owning("src/**"))).isEqualTo(first);
    assertThat(agent.has("stray")).isFalse();
  }

  @Test
  void the_next_attempt_continues_and_is_judged_on_the_base() {
    agent.write("src/b.txt", "B\n");
    var first = (Work.Committed) take(owning("src/**"));
    var next = clone.worktrees().reset(worktree.name(), first.commit());
    agent.write("src/c.txt", "C\n");

    var second =
        (Work.Committed)
            handover()
                .take(
                    new WorkOrder(
                        LEASE, API, 2, base, owning("src/**"), "Again", NOON.plusSeconds(60)),
                    next);

    assertThat(second.changes().inside()).containsExactly("src/b.txt", "src/c.txt");
    assertThat(clone.commits().parents(second.commit())).containsExactly(base);
    assertThat(clone.refs().commit(Ref.group(RUN, API))).contains(second.commit());
  }

  @Test
  void who_was_superseded_takes_nothing() {
    agent.write("src/b.txt", "B\n").write("a.txt", "A\n");
    clone.refs().raise(new Lease(RUN, 2));

    assertThatThrownBy(() -> take(owning("src/**"))).isInstanceOf(Superseded.class);

    assertThat(clone.refs().commit(Ref.group(RUN, API))).isEmpty();
    assertThat(agent.read("a.txt")).isEqualTo("A\n");
  }

  @Test
  void a_title_cannot_forge_trailers() {
    agent.write("src/b.txt", "B\n");
    var order =
        new WorkOrder(
            LEASE, API, 1, base, owning("src/**"), "Fine\n\nOtto-Run: forged\u2028x", NOON);

    var work = (Work.Committed) handover().take(order, worktree);

    assertThat(clone.git().run("show", "-s", "--format=%s", work.commit().hex()).line())
        .isEqualTo("Fine Otto-Run: forged x");
    assertThat(
            clone
                .git()
                .run(
                    "show",
                    "-s",
                    "--format=%(trailers:key=Otto-Run,valueonly)",
                    work.commit().hex())
                .line()
                .strip())
        .isEqualTo(RUN.value());
  }

  @Test
  void files_can_be_laid_over_a_tree_and_read_from_it() {
    var tree =
        clone
            .trees()
            .with(clone.tree(base), java.util.Map.of("checks/x test.sh", "hi".getBytes(UTF_8)));

    assertThat(clone.trees().file(tree, "checks/x test.sh")).hasValue("hi".getBytes(UTF_8));
    assertThat(clone.trees().file(tree, "missing")).isEmpty();
    assertThat(clone.trees().paths(tree)).contains("checks/x test.sh", "a.txt");
    assertThat(clone.trees().with(tree, java.util.Map.of())).isEqualTo(tree);
    assertThat(new TreeId(tree.hex())).isEqualTo(tree);
  }

  private Work take(Owned owned) {
    return handover().take(order(base, owned), worktree);
  }

  private Handover handover() {
    return clone.handover(Walls.NONE, bench.contents);
  }
}
