package dev.otto.activities.git;

import static dev.otto.activities.git.Bench.API;
import static dev.otto.activities.git.Bench.LEASE;
import static dev.otto.activities.git.Bench.NOON;
import static dev.otto.activities.git.Bench.RUN;
import static dev.otto.activities.git.Bench.owning;
import static org.assertj.core.api.Assertions.assertThat;

import dev.otto.model.CommitId;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Everything that an agent could plant for Otto's git to run, planted; and a mark that shows
/// whether anything ran.
class HostileTest {
  private static final List<String> HOOKS =
      List.of(
          "post-checkout",
          "post-index-change",
          "pre-commit",
          "post-commit",
          "reference-transaction",
          "post-merge",
          "post-rewrite");

  @TempDir Path folder;
  private Path mark;
  private Path trap;
  private Bench bench;
  private User user;
  private Clone clone;
  private CommitId base;
  private Worktree worktree;
  private User agent;

  @BeforeEach
  void aWorktreeAndATrap() {
    mark = folder.resolve("mark");
    trap = Agent.trap(folder.resolve("traps"), mark);
    user = User.withOneCommit(folder.resolve("shop"));
    var library = User.withOneCommit(folder.resolve("library"));
    user.git("submodule", "--quiet", "add", library.folder().toString(), "vendor/lib");
    user.commit("Submodule");
    bench = new Bench(folder.resolve("home"));
    clone = bench.clone(user);
    base = clone.bases().take(LEASE, bench.look(user)).commit();
    worktree = clone.worktrees().open(WorktreeName.of(RUN, API), base);
    agent = Agent.in(worktree);
  }

  /// Where git runs that reads the worktree.
  Walls walls() {
    return Walls.NONE;
  }

  @Test
  void hooks_and_configuration_of_the_shown_git_directory_do_not_run() {
    plantIn(clone.home().shown(worktree.name()));
    attributes();
    agent.write("a.txt", "b\n").write("new.txt", "n\n");
    assertThatATrapIsSetFor(agent);

    assertThat(everything()).contains("a.txt", "new.txt");
    assertThat(mark).doesNotExist();
  }

  /// Nobody but Otto can write there. Should somebody manage, the flags and Otto's own attributes
  /// still stand.
  @Test
  void hooks_and_configuration_of_ottos_own_clone_do_not_run() {
    plantIn(clone.home().repository());
    attributes();
    agent.write("a.txt", "b\n").write("new.txt", "n\n");

    assertThat(everything()).contains("a.txt", "new.txt");
    assertThat(mark).doesNotExist();
  }

  @Test
  void a_git_file_that_points_elsewhere_is_not_followed() {
    var own = User.withOneCommit(folder.resolve("own"));
    plantIn(own.folder().resolve(".git"));
    attributes();
    assertThatATrapIsSetFor(own);
    agent.shell("printf 'gitdir: %s/.git\\n' > .git".formatted(own.folder()));
    agent.write("a.txt", "b\n");
    assertThat(everything()).contains("a.txt");

    agent.shell("rm .git; ln -s '%s/.git' .git".formatted(own.folder()));
    agent.write("a.txt", "c\n");
    assertThat(everything()).contains("a.txt");

    agent.shell("rm .git; cp -r '%s/.git' .git".formatted(own.folder()));
    agent.write("a.txt", "d\n");
    assertThat(everything()).contains("a.txt");
    assertThat(mark).doesNotExist();
  }

  @Test
  void a_nested_repository_with_filters_of_its_own_is_not_entered() {
    assertThatATrapIsSetFor(nested("nested"));
    attributes();

    assertThat(everything()).contains("nested/a.txt").doesNotContain("nested/.git");
    assertThat(mark).doesNotExist();
  }

  @Test
  void nor_is_one_in_the_place_of_a_submodule_however_it_is_touched() {
    var nested = nested("vendor/lib");
    assertThatATrapIsSetFor(nested);
    nested.write("a.txt", "y\n").shell("touch -d '2001-01-01' a.txt");
    attributes();

    assertThat(everything()).doesNotContain("vendor/lib", "vendor/lib/a.txt");
    assertThat(mark).doesNotExist();
  }

  @Test
  void an_embedded_bare_repository_is_just_files() {
    agent.shell("git init -q --bare embedded");
    plantIn(agent.folder().resolve("embedded"));

    assertThat(everything()).contains("embedded/HEAD", "embedded/config");
    assertThat(mark).doesNotExist();
  }

  @Test
  void modules_with_commands_and_paths_that_lead_outside_do_nothing() {
    agent.write(
        ".gitmodules",
        """
        [submodule "../../x"]
        \tpath = ../../x
        \turl = --upload-pack=%1$s
        \tupdate = !%1$s
        [submodule "y"]
        \tpath = y
        \turl = ext::%1$s
        """
            .formatted(trap));

    assertThat(take(NOON).changes())
        .isEqualTo(new Changes(List.of(), Strays.NONE, List.of(".gitmodules")));
    assertThat(agent.read(".gitmodules")).contains("vendor/lib").doesNotContain("trap.sh");
    assertThat(everything()).isEmpty();
    assertThat(mark).doesNotExist();
  }

  @Test
  void an_honest_change_of_the_modules_is_a_change() {
    agent.write(".gitmodules", agent.read(".gitmodules") + "\tbranch = main\n");

    assertThat(everything()).containsExactly(".gitmodules");
  }

  @Test
  void attributes_that_git_holds_to_be_dangerous_are_put_aside() {
    agent.write("sub/.gitattributes", "*.txt " + "x".repeat(3000) + "\n").write("sub/fine", "f");

    var work = take(NOON);

    assertThat(work.changes().inside()).containsExactly("sub/fine");
    assertThat(work.changes().aside()).containsExactly("sub/.gitattributes");
  }

  @Test
  void forbidden_names_and_links_lead_nowhere() {
    var outside = User.in(folder.resolve("outside")).write("secret", "precious");
    agent.write(".GIT/hooks/pre-commit", "x").write("git~1/config", "x");
    agent.shell(
        "ln -s '%1$s' out; ln -s '%1$s/secret' secret; ln -s ../../../.. up"
            .formatted(outside.folder()));
    var before = Fingerprint.of(outside.folder());

    assertThat(everything())
        .contains("out", "secret", "up")
        .noneMatch(path -> path.startsWith(".GIT"));
    assertThat(Fingerprint.of(outside.folder()).since(before)).isEmpty();
  }

  Path mark() {
    return mark;
  }

  User agent() {
    return agent;
  }

  /// Takes away what keeps git from running the filters of Otto's own clone.
  void runsTheFilter() {
    plantIn(clone.home().repository());
    User.in(clone.home().repository()).write("info/attributes", "*.txt filter=evil\n");
    agent.write("a.txt", "b\n");
  }

  void snapshot(Walls around) {
    try {
      var _ = clone.snapshots(around).take(worktree);
    } catch (GitTrouble stopped) {
      assertThat(around).isNotSameAs(Walls.NONE);
    }
  }

  /// All that Otto's git does with a worktree and with what comes out of it. The answer is what the
  /// work changed.
  private List<String> everything() {
    clone.worktrees().open(worktree.name(), base);
    clone.salvage(walls()).keep(LEASE, API, worktree, NOON);
    var at = NOON.plusNanos(System.nanoTime() / 1_000_000 * 1_000_000);
    var work = take(at);
    if (work instanceof Work.Committed committed) {
      var merged = clone.lane().candidate(RUN, API, 1, base, committed.commit(), NOON);
      clone.lane().candidate(RUN, API, 2, committed.commit(), base, NOON);
      var commit = ((Candidate.Clean) merged).commit();
      clone.auditClones().make(folder.resolve("audit"), commit);
      clone.auditClones().export(folder.resolve("export"), clone.tree(commit));
      clone.worktrees().open(WorktreeName.candidate(RUN, API), commit);
      clone.worktrees().remove(WorktreeName.candidate(RUN, API));
      clone.trees().file(clone.tree(commit), ".gitattributes");
      user.git("update-ref", "-d", "refs/heads/otto/" + RUN);
      clone.publication().publish(LEASE, commit, bench.find(user));
    }
    bench.look(new User(user.folder()));
    clone.worktrees().reset(worktree.name(), base);
    return work.changes().inside();
  }

  private Work take(Instant at) {
    var order = new WorkOrder(LEASE, API, 1, base, owning("**"), "Work", at);
    return clone.handover(walls(), bench.contents).take(order, worktree);
  }

  /// Hooks, and every setting that makes git start something.
  private void plantIn(Path gitDirectory) {
    var there = User.in(gitDirectory);
    HOOKS.forEach(hook -> there.write("hooks/" + hook, "#!/bin/sh\ntouch '%s'\n".formatted(mark)));
    there.shell("chmod +x hooks/*");
    there.write(
        "included", "[filter \"included\"]\n\tclean = %s\n\tsmudge = %1$s\n".formatted(trap));
    there.write(
        "planted",
        """
        [core]
        \tfsmonitor = %1$s
        \tsshCommand = %1$s
        \tpager = %1$s
        \teditor = %1$s
        \taskPass = %1$s
        \talternateRefsCommand = %1$s
        [diff]
        \texternal = %1$s
        [diff "evil"]
        \tcommand = %1$s
        \ttextconv = %1$s
        [filter "evil"]
        \tclean = %1$s
        \tsmudge = %1$s
        \trequired = true
        [filter "process"]
        \tprocess = %1$s
        [merge "evil"]
        \tdriver = %1$s
        [include]
        \tpath = %2$s/included
        [remote "origin"]
        \turl = ext::%1$s
        \tuploadpack = %1$s
        [credential]
        \thelper = %1$s
        [gpg]
        \tprogram = %1$s
        [commit]
        \tgpgSign = true
        [uploadpack]
        \tpackObjectsHook = %1$s
        [alias]
        \tstatus = !%1$s
        [trailer "x"]
        \tcommand = %1$s
        [submodule]
        \trecurse = true
        """
            .formatted(trap, gitDirectory));
    there.shell("cat planted >> config");
  }

  private void attributes() {
    agent.write(
        ".gitattributes",
        """
        * filter=evil diff=evil merge=evil
        *.txt filter=evil
        *.bin filter=process
        *.inc filter=included
        """);
    agent.write("x.bin", "b").write("x.inc", "i");
  }

  private User nested(String path) {
    var nested = User.withOneCommit(agent.folder().resolve(path));
    plantIn(nested.folder().resolve(".git"));
    nested.write(".gitattributes", "* filter=evil\n").write("a.txt", "z\n");
    return nested;
  }

  /// A plain git in the same place does run what was planted, or the test would prove nothing.
  private void assertThatATrapIsSetFor(User there) {
    there.write("again.txt", "again");
    there.tries("add", "-A");
    assertThat(mark).exists();
    mark.toFile().delete();
  }
}
