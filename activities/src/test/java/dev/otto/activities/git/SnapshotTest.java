package dev.otto.activities.git;

import static dev.otto.activities.git.Bench.API;
import static dev.otto.activities.git.Bench.LEASE;
import static dev.otto.activities.git.Bench.RUN;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.otto.model.TreeId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotTest {
  @TempDir Path folder;
  private User user;
  private Clone clone;
  private Worktree worktree;
  private User agent;

  @BeforeEach
  void aWorktree() {
    user = User.withOneCommit(folder.resolve("shop"));
    user.write("run.sh", "#!/bin/sh\n")
        .write("lib/c.txt", "c\n")
        .write(".gitignore", "*.log\n/target/\n");
    user.commit("More");
    layOut();
  }

  @Test
  void an_untouched_worktree_is_its_start() {
    assertThat(take()).isEqualTo(new Snapshot(worktree.tree(), List.of()));
  }

  @Test
  void edits_additions_deletions_renames_modes_and_links_are_all_seen() {
    agent.write("a.txt", "changed\n").write("new/deep/file.txt", "new\n");
    agent.shell("rm lib/c.txt; mv src/b.txt src/renamed.txt; chmod +x run.sh; ln -s a.txt link");

    assertThat(listing(take().tree()))
        .containsExactly(
            "100644 .gitignore",
            "100644 a.txt",
            "120000 link",
            "100644 new/deep/file.txt",
            "100755 run.sh",
            "100644 src/renamed.txt");
  }

  @Test
  void what_is_ignored_is_left_out_and_left_alone() {
    agent.write("noise.log", "x").write("target/out.class", "x");
    agent.shell("git init -q target/checkout");

    assertThat(take()).isEqualTo(new Snapshot(worktree.tree(), List.of()));
    assertThat(agent.has("target/checkout/.git")).isTrue();
  }

  @Test
  void strange_names_are_names() {
    agent.shell(
        """
        printf x > 'with space'; printf x > '☃ grüße'; printf x > "$(printf 'two\\nlines')"
        printf x > "$(printf 'latin-\\351')"; printf x > '*'; printf x > '-rf'; printf x > ':(top)x'
        printf x > "$(printf 'tab\\there')"; printf x > '"quoted"'
        """);

    var paths = clone.trees().changed(worktree.tree(), take().tree());

    assertThat(paths)
        .containsExactlyInAnyOrder(
            "with space",
            "☃ grüße",
            "two\nlines",
            "latin-\udce9",
            "*",
            "-rf",
            ":(top)x",
            "tab\there",
            "\"quoted\"");
    assertThat(take().tree()).isEqualTo(take().tree());
  }

  @Test
  void a_folder_that_became_a_link_or_a_file_is_just_that() {
    var outside = User.in(folder.resolve("outside")).write("b.txt", "secret\n");
    agent.shell(
        "rm -r src lib; ln -s '%s' src; printf now-a-file > lib".formatted(outside.folder()));

    assertThat(listing(take().tree()))
        .containsExactly(
            "100644 .gitignore", "100644 a.txt", "100644 lib", "100644 run.sh", "120000 src");
  }

  @Test
  void a_file_that_became_a_folder_is_one() {
    agent.shell("rm a.txt; mkdir a.txt; printf x > a.txt/inner; mkdir empty");

    assertThat(listing(take().tree()))
        .contains("100644 a.txt/inner")
        .doesNotContain("100644 a.txt");
  }

  @Test
  void a_change_of_equal_size_in_the_same_moment_is_seen() {
    agent.write("a.txt", "z\n");

    assertThat(clone.trees().changed(worktree.tree(), take().tree())).containsExactly("a.txt");
  }

  @Test
  void a_pipe_and_what_is_closed_do_not_stop_it() {
    agent.write("closed/file", "x").write("locked", "y");
    agent.shell("mkfifo pipe; rm a.txt; mkfifo a.txt; chmod 000 locked; chmod 000 closed");

    var snapshot = take();

    assertThat(snapshot.aside()).containsExactlyInAnyOrder("pipe", "a.txt");
    assertThat(clone.trees().paths(snapshot.tree()))
        .contains("closed/file", "locked")
        .doesNotContain("a.txt");
  }

  @Test
  void a_nested_repository_is_moved_aside_and_its_files_are_files() {
    agent.write("nested/file", "x").write("nested/inner/file", "y").write("lib/more", "z");
    agent.shell("git init -q nested/inner; git init -q nested; git init -q lib");
    agent.shell("cd nested && git -c user.name=a -c user.email=a@b commit -q --allow-empty -m x");

    var snapshot = take();

    assertThat(snapshot.aside())
        .containsExactlyInAnyOrder("nested/.git", "nested/inner/.git", "lib/.git");
    assertThat(listing(snapshot.tree()))
        .contains(
            "100644 nested/file",
            "100644 nested/inner/file",
            "100644 lib/more",
            "100644 lib/c.txt");
    assertThat(agent.has("nested/.git")).isFalse();
    assertThat(asides())
        .contains("1/nested/.git/HEAD", "1/nested/inner/.git/HEAD", "1/lib/.git/HEAD");
  }

  @Test
  void names_that_git_forbids_are_moved_aside_and_reported() {
    agent
        .write(".GIT/config", "x")
        .write("git~1/x", "y")
        .write("sub/.Git/hooks/z", "z")
        .write("ok", "k");

    var snapshot = take();

    assertThat(snapshot.aside())
        .containsExactlyInAnyOrder(".GIT/config", "git~1/x", "sub/.Git/hooks/z");
    assertThat(clone.trees().changed(worktree.tree(), snapshot.tree())).containsExactly("ok");
    assertThat(asides()).contains("1/.GIT/config", "1/git~1/x", "1/sub/.Git/hooks/z");
    assertThat(take().aside()).isEmpty();
  }

  @Test
  void the_agents_own_index_commits_and_git_file_do_not_matter() {
    agent.write("a.txt", "committed\n");
    agent.shell(
        "git add -A && git commit -qm mine && git update-index --assume-unchanged src/b.txt");
    agent.write("src/b.txt", "hidden\n");
    agent.shell("rm .git; ln -s /nowhere .git");

    var paths = clone.trees().changed(worktree.tree(), take().tree());

    assertThat(paths).containsExactlyInAnyOrder("a.txt", "src/b.txt");
  }

  @Test
  void a_submodule_keeps_its_pointer_whatever_is_in_its_folder() {
    var library = User.withOneCommit(folder.resolve("library"));
    user.git(
        "-c",
        "protocol.file.allow=always",
        "submodule",
        "--quiet",
        "add",
        library.folder().toString(),
        "vendor/lib");
    user.commit("Submodule");
    layOut();
    assertThat(agent.has("vendor/lib")).isTrue();
    agent.write("vendor/lib/x", "x");
    agent.shell(
        "git init -q vendor/lib; cd vendor/lib; git -c user.name=a -c user.email=a@b commit -q --allow-empty -m x");
    var changed = take();
    agent.shell("rm -rf vendor");
    var removed = take();
    agent.shell("mkdir vendor; printf now-a-file > vendor/lib");

    assertThat(changed.tree()).isEqualTo(worktree.tree());
    assertThat(removed.tree()).isEqualTo(worktree.tree());
    assertThat(listing(take().tree())).contains("100644 vendor/lib");
  }

  @Test
  void only_new_objects_come_to_the_clone_and_all_of_them() {
    agent.write("a.txt", "changed\n");

    var tree = take().tree();

    assertThat(clone.git().ask("fsck", "--full").ok()).isTrue();
    assertThat(clone.trees().file(tree, "a.txt")).hasValue("changed\n".getBytes(UTF_8));
    assertThat(Folders.children(clone.home().scratch())).isEmpty();
  }

  @Test
  void many_new_files_come_in_one_pack() {
    agent.shell("mkdir many; cd many; for number in $(seq 700); do echo $number > $number; done");

    var tree = take().tree();

    assertThat(clone.trees().changed(worktree.tree(), tree)).hasSize(700);
    assertThat(clone.git().ask("fsck", "--full").ok()).isTrue();
    assertThat(Folders.children(clone.home().repository().resolve("objects/pack"))).isNotEmpty();
  }

  @Test
  void a_removed_index_of_otto_only_costs_time() {
    agent.write("a.txt", "changed\n");
    var tree = take().tree();

    Folders.removed(clone.home().indexes(worktree.name()));

    assertThat(take().tree()).isEqualTo(tree);
  }

  private void layOut() {
    var bench = new Bench(folder.resolve("home-" + System.nanoTime()));
    clone = bench.clone(user);
    var base = clone.bases().take(LEASE, bench.look(user));
    worktree = clone.worktrees().open(WorktreeName.of(RUN, API), base.commit());
    agent = Agent.in(worktree);
  }

  private Snapshot take() {
    return clone.snapshots(Walls.NONE).take(worktree);
  }

  private List<String> listing(TreeId tree) {
    return clone
        .git()
        .run("ls-tree", "-r", "-z", "--format=%(objectmode) %(path)", tree.hex())
        .names();
  }

  private List<String> asides() {
    var place = clone.home().aside(worktree.name());
    try (var files = Files.walk(place)) {
      return files.map(file -> place.relativize(file).toString()).toList();
    } catch (java.io.IOException trouble) {
      throw new java.io.UncheckedIOException(trouble);
    }
  }
}
