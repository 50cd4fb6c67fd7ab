package dev.otto.activities.git;

import static dev.otto.activities.git.Bench.API;
import static dev.otto.activities.git.Bench.LEASE;
import static dev.otto.activities.git.Bench.RUN;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.otto.model.CommitId;
import dev.otto.model.GroupId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorktreesTest {
  private static final WorktreeName NAME = WorktreeName.of(RUN, API);
  @TempDir Path folder;
  private Bench bench;
  private User user;
  private Clone clone;
  private CommitId base;

  @BeforeEach
  void aBase() {
    user = User.withOneCommit(folder.resolve("shop"));
    user.write(".gitignore", "/target/\n").commit("Ignore");
    bench = new Bench(folder.resolve("home"));
    clone = bench.clone(user);
    base = clone.bases().take(LEASE, bench.look(user)).commit();
  }

  @Test
  void a_worktree_has_the_files_of_its_commit_and_a_git_that_says_so() {
    var agent = Agent.in(clone.worktrees().open(NAME, base));

    assertThat(agent.read("src/b.txt")).isEqualTo("b\n");
    assertThat(agent.git("status", "--porcelain")).isEmpty();
    assertThat(agent.git("rev-parse", "HEAD")).isEqualTo(base.hex());
    assertThat(agent.git("branch", "--show-current")).isEqualTo("api");
    assertThat(agent.git("log", "--oneline", "--format=%s")).isEqualTo("Ignore\nBegin");
  }

  @Test
  void what_the_agents_git_does_stays_in_its_own_git_directory() {
    var agent = Agent.in(clone.worktrees().open(NAME, base));
    var before = Fingerprint.of(bench.project.repository());

    agent.write("a.txt", "x");
    agent.commit("Mine");
    agent.git("config", "core.fsmonitor", "evil");
    agent.git("branch", "other");
    agent.write("b", "y");
    agent.git("stash", "--include-untracked");
    agent.git("tag", "v9");

    assertThat(Fingerprint.of(bench.project.repository()).since(before)).isEmpty();
    assertThat(clone.git().ask("fsck", "--full").ok()).isTrue();
  }

  @Test
  void one_that_stands_keeps_its_content_when_it_is_opened_again() {
    var agent = Agent.in(clone.worktrees().open(NAME, base));
    agent.write("a.txt", "in the middle");
    agent.shell("rm .git; git init -q .; printf 'new' > .git/description");
    bench.restart();

    clone.worktrees().open(NAME, base);

    assertThat(agent.read("a.txt")).isEqualTo("in the middle");
    assertThat(agent.git("status", "--porcelain")).isEqualTo("M a.txt");
    assertThat(bench.project.aside(NAME).resolve("1/.git/description")).exists();
  }

  /// W-52: to open it anew with another commit would clear somebody's work away.
  @Test
  void one_that_was_laid_out_with_another_commit_is_not_overwritten() {
    var agent = Agent.in(clone.worktrees().open(NAME, base));
    agent.write("a.txt", "in the middle");
    var other =
        clone
            .commits()
            .commit(
                clone.tree(base),
                java.util.List.of(base),
                new CommitMessage("Next", RUN),
                Bench.NOON);

    assertThatIllegalStateException()
        .isThrownBy(() -> clone.worktrees().open(NAME, other))
        .withMessageEndingWith("salvage and reset it");

    assertThat(clone.worktrees().find(NAME).orElseThrow().from()).isEqualTo(base);
    assertThat(agent.read("a.txt")).isEqualTo("in the middle");
    assertThat(clone.worktrees().find(WorktreeName.candidate(RUN, API))).isEmpty();
  }

  @Test
  void a_reset_one_is_its_commit_again_and_keeps_what_git_ignores() {
    var worktree = clone.worktrees().open(NAME, base);
    var agent = Agent.in(worktree);
    agent.write("a.txt", "x").write("extra/deep", "y").write("target/cache", "z");
    agent.shell("rm src/b.txt; mkdir src/b.txt; git init -q nested; chmod 555 extra");
    user.write("next.txt", "next").commit("Next");
    var next = clone.trees().with(worktree.tree(), Map.of("next.txt", "next".getBytes(UTF_8)));
    var commit =
        clone
            .commits()
            .commit(next, java.util.List.of(base), new CommitMessage("Next", RUN), Bench.NOON);

    var reset = clone.worktrees().reset(NAME, commit);

    assertThat(reset.tree()).isEqualTo(next);
    assertThat(agent.git("status", "--porcelain")).isEmpty();
    assertThat(agent.read("next.txt")).isEqualTo("next");
    assertThat(agent.read("target/cache")).isEqualTo("z");
    assertThat(agent.has("extra")).isFalse();
    assertThat(clone.snapshots(Walls.NONE).take(reset).tree()).isEqualTo(next);
  }

  /// The agent's own .gitignore hid files; with the start's own they must not turn up as its work.
  @Test
  void what_only_the_agent_ignored_is_gone_after_a_reset() {
    var agent = Agent.in(clone.worktrees().open(NAME, base));
    agent.write(".gitignore", "/build/\n").write("build/out", "x");

    var reset = clone.worktrees().reset(NAME, base);

    assertThat(clone.snapshots(Walls.NONE).take(reset).tree()).isEqualTo(reset.tree());
    assertThat(agent.has("build")).isFalse();
  }

  @Test
  void links_to_outside_are_never_followed() throws IOException {
    var outside =
        User.in(folder.resolve("outside")).write("src/b.txt", "precious").write("keep/x", "x");
    var agent = Agent.in(clone.worktrees().open(NAME, base));
    agent.shell(
        "rm -r src; ln -s '%s/src' src; ln -s '%1$s/keep' keep".formatted(outside.folder()));
    agent.shell(
        "rm .git; ln -s '%s/target' .git; ln -s '%1$s/written' .git.new"
            .formatted(outside.folder()));
    var before = Fingerprint.of(outside.folder(), _ -> true);

    clone.worktrees().open(NAME, base);
    clone.worktrees().reset(NAME, base);
    assertThat(agent.read("src/b.txt")).isEqualTo("b\n");
    agent.shell(
        "rm -r src; ln -s '%s/src' src; ln -s '%1$s/keep' keep".formatted(outside.folder()));
    clone.worktrees().remove(NAME);

    assertThat(Fingerprint.of(outside.folder(), _ -> true).since(before)).isEmpty();
    assertThat(Files.exists(bench.project.files(NAME))).isFalse();
  }

  @Test
  void a_worktree_replaced_by_a_link_is_laid_out_anew_and_the_links_end_is_spared()
      throws IOException {
    var outside = User.in(folder.resolve("outside")).write("x", "precious");
    clone.worktrees().open(NAME, base);
    Folders.removed(bench.project.files(NAME));
    Files.createSymbolicLink(bench.project.files(NAME), outside.folder());

    var agent = Agent.in(clone.worktrees().open(NAME, base));

    assertThat(agent.read("a.txt")).isEqualTo("a\n");
    assertThat(outside.has("a.txt")).isFalse();
    assertThat(outside.read("x")).isEqualTo("precious");
  }

  @Test
  void a_half_laid_out_one_is_finished() {
    var worktree = clone.worktrees().open(NAME, base);
    var agent = Agent.in(worktree);
    Folders.removed(bench.project.indexes(NAME));
    agent.shell("rm a.txt src/b.txt; printf half > a.txt");

    clone.worktrees().open(NAME, base);

    assertThat(agent.git("status", "--porcelain")).isEmpty();
  }

  @Test
  void a_removed_one_leaves_nothing_and_removing_again_is_fine() {
    var agent = Agent.in(clone.worktrees().open(NAME, base));
    agent.shell("mkdir -p closed/deep; touch closed/deep/x; chmod 000 closed/deep closed");

    clone.worktrees().remove(NAME);
    clone.worktrees().remove(NAME);

    assertThat(clone.worktrees().standing()).isEmpty();
    assertThat(bench.project.files(NAME)).doesNotExist();
    assertThat(bench.project.shown(NAME)).doesNotExist();
  }

  @Test
  void many_are_laid_out_at_once() throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var all =
          IntStream.range(0, 16)
              .mapToObj(number -> WorktreeName.of(RUN, new GroupId("g" + number)))
              .map(name -> threads.submit(() -> clone.worktrees().open(name, base)))
              .toList();
      for (var one : all) {
        assertThat(Agent.in(one.get()).git("status", "--porcelain")).isEmpty();
      }
    }
    assertThat(clone.worktrees().standing()).hasSize(16);
  }

  @Test
  void a_private_git_directory_lets_the_agent_do_all_and_keeps_it_over_calls() {
    var worktree = clone.worktrees().open(NAME, base);

    var first = PrivateGitDirectory.of(clone, worktree);
    Folders.created(first.own().resolve("mark"), "kept");
    var second = PrivateGitDirectory.of(clone, worktree);

    assertThat(second).isEqualTo(first);
    assertThat(second.own().resolve("mark")).hasContent("kept");
    assertThat(second.stands()).isEqualTo(bench.project.shown(NAME));
    assertThat(worktree.files().resolve(".git")).hasContent("gitdir: " + second.stands());
    clone.worktrees().reset(NAME, base);
    assertThat(PrivateGitDirectory.of(clone, worktree).own().resolve("mark")).doesNotExist();
  }

  @Test
  void shallow_and_sha256_repositories_have_worktrees_too() {
    var whole = User.withOneCommit(folder.resolve("whole"), "--object-format=sha256");
    whole.write("a.txt", "2").commit("Second");
    whole.git(
        "clone", "-q", "--depth=1", "file://" + whole.folder(), folder.resolve("cut").toString());
    var cut = User.in(folder.resolve("cut"));
    var other = new Bench(folder.resolve("other-home"));
    var theirs = other.clone(cut);

    var agent =
        Agent.in(
            theirs.worktrees().open(NAME, theirs.bases().take(LEASE, other.look(cut)).commit()));

    assertThat(agent.git("log", "--format=%s")).isEqualTo("Second");
    agent.write("new", "x");
    assertThat(agent.commit("Mine")).hasSize(64);
  }
}
