package dev.otto.activities.git;

import static dev.otto.activities.git.Bench.LEASE;
import static dev.otto.activities.git.Bench.NOON;
import static dev.otto.activities.git.Bench.RUN;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.otto.activities.git.LandingRefusal.CheckoutBusy;
import dev.otto.activities.git.LandingRefusal.CheckoutLocked;
import dev.otto.activities.git.LandingRefusal.FilesInTheWay;
import dev.otto.activities.git.LandingRefusal.NoSuchBranch;
import dev.otto.activities.git.LandingRefusal.NotFastForward;
import dev.otto.model.CommitId;
import dev.otto.model.Refusal;
import dev.otto.model.TreeId;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LandingTest {
  @TempDir Path folder;
  private Bench bench;
  private User user;
  private Clone clone;
  private CommitId base;
  private CommitId audited;

  @BeforeEach
  void aPublishedResult() {
    user = User.withOneCommit(folder.resolve("shop"));
    user.write("gone.txt", "x\n")
        .write("other.txt", "o\n")
        .write(".gitignore", "*.secret\n")
        .commit("More");
    prepare();
  }

  @Test
  void the_checked_out_branch_and_its_files_move_forward() {
    assertThat(land("main")).isEqualTo(new Landed(audited, "main", Optional.of(base), false));

    assertThat(user.git("rev-parse", "main")).isEqualTo(audited.hex());
    assertThat(user.git("status", "--porcelain")).isEmpty();
    assertThat(user.read("made/new.txt")).isEqualTo("new\n");
    assertThat(user.read("a.txt")).isEqualTo("A\n");
    assertThat(user.has("gone.txt")).isFalse();
    assertThat(user.git("reflog", "-1", "--format=%gs", "main")).startsWith("otto land");
  }

  @Test
  void landing_again_finds_it_landed_and_changes_nothing() {
    land("main");
    var before = Fingerprint.of(user.folder(), _ -> true);

    assertThat(land("main")).isEqualTo(new Landed(audited, "main", Optional.of(audited), true));
    assertThat(Fingerprint.of(user.folder(), _ -> true).since(before)).isEmpty();

    user.write("later", "x").commit("Later");
    assertThat(land("main").already()).isTrue();
  }

  @Test
  void a_branch_that_nobody_has_checked_out_moves_alone() {
    user.git("checkout", "-q", "-b", "elsewhere");
    user.write("mine", "x").commit("Mine");
    user.write("a.txt", "dirty\n");

    assertThat(land("main").before()).contains(base);

    assertThat(user.git("rev-parse", "main")).isEqualTo(audited.hex());
    assertThat(user.read("a.txt")).isEqualTo("dirty\n");
    assertThat(user.has("made")).isFalse();
    assertThat(user.git("reflog", "-1", "--format=%gs", "main")).isEqualTo("otto land");
  }

  @Test
  void a_branch_in_a_linked_worktree_moves_there() {
    user.git("checkout", "-q", "-b", "elsewhere");
    user.git("worktree", "add", "-q", folder.resolve("linked").toString(), "main");

    land("main");

    assertThat(User.in(folder.resolve("linked")).read("a.txt")).isEqualTo("A\n");
    assertThat(user.read("a.txt")).isEqualTo("a\n");
  }

  @Test
  void changes_elsewhere_do_not_hinder_and_stay() {
    user.write("other.txt", "mine\n").write("untracked", "u\n").write("staged", "s\n");
    user.git("add", "staged");

    land("main");

    assertThat(user.read("other.txt")).isEqualTo("mine\n");
    assertThat(
            user.git("status", "--porcelain", "--untracked-files=all").lines().map(String::strip))
        .containsExactly("M other.txt", "A  staged", "?? untracked");
  }

  /// W-45: a merge went over untracked files and a dirty tree.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "printf mine > a.txt",
        "printf mine > a.txt; git add a.txt",
        "printf mine > a.txt; git add a.txt; printf 'a\\n' > a.txt",
        "printf mine > gone.txt",
        "mkdir made; printf mine > made/new.txt",
        "printf mine > made",
        "printf mine > new.secret",
        "mkdir made; git init -q made",
        "mkdir -p made/new.txt; printf mine > made/new.txt/inner",
        "chmod +x a.txt"
      })
  void whatever_of_the_user_would_be_written_over_is_left_as_it_is(String script) {
    user.shell(script);
    var before = Fingerprint.of(user.folder(), _ -> true);

    assertThatThrownBy(() -> land("main"))
        .asInstanceOf(InstanceOfAssertFactories.type(Refusal.Refused.class))
        .extracting(Refusal.Refused::refusal)
        .isInstanceOf(FilesInTheWay.class);

    assertThat(Fingerprint.of(user.folder(), _ -> true).since(before)).isEmpty();
  }

  @Test
  void the_files_in_the_way_are_named() {
    user.write("a.txt", "mine").write("new.secret", "mine");

    assertRefused("main", new FilesInTheWay(user.folder(), List.of("a.txt", "new.secret")));
    assertThat(
            new FilesInTheWay(Path.of("/x"), List.of("a", "b", "c", "d", "e", "f", "g")).sentence())
        .isEqualTo("Landing would write over changes in /x: a, b, c, d, e and 2 more.");
  }

  @Test
  void a_branch_that_has_moved_on_is_refused() {
    var tip = new CommitId(user.write("mine", "x").commit("Mine"));

    assertRefused("main", new NotFastForward("main", tip, audited));
    assertThat(user.git("rev-parse", "main")).isEqualTo(tip.hex());
  }

  @ParameterizedTest
  @ValueSource(strings = {"missing", "-x", "a..b", "", "refs/heads/main"})
  void a_branch_that_is_not_there_is_refused(String branch) {
    assertRefused(branch, new NoSuchBranch(branch));
  }

  @Test
  void a_checkout_in_the_middle_of_something_is_refused() {
    var checkout = bench.find(user);
    user.git("revert", "--no-commit", "HEAD");

    assertThatThrownBy(() -> clone.landing().land(checkout, "main", audited, NOON))
        .asInstanceOf(InstanceOfAssertFactories.type(Refusal.Refused.class))
        .extracting(Refusal.Refused::refusal)
        .isEqualTo(new CheckoutBusy(user.folder(), Operation.REVERT));
  }

  /// While it is rebased a branch is checked out nowhere, and yet it is in use.
  @Test
  void a_branch_that_is_being_rebased_is_refused() {
    user.git("checkout", "-q", "-b", "side", "HEAD~1");
    user.write("a.txt", "side\n").commit("Side");
    user.git("checkout", "-q", "main");
    user.write("a.txt", "main\n").commit("Main");
    user.git("branch", "-D", "otto/" + RUN);
    prepare();
    var checkout = bench.find(user);
    user.shell("git rebase side >/dev/null 2>&1 || true");
    assertThat(user.git("branch", "--show-current")).isEmpty();

    assertThatThrownBy(() -> clone.landing().land(checkout, "main", audited, NOON))
        .asInstanceOf(InstanceOfAssertFactories.type(Refusal.Refused.class))
        .extracting(Refusal.Refused::refusal)
        .isEqualTo(new CheckoutBusy(user.folder(), Operation.REBASE));
  }

  @Test
  void a_locked_index_is_refused() {
    user.write(".git/index.lock", "");

    assertRefused("main", new CheckoutLocked(user.folder()));
  }

  @Test
  void before_the_first_commit_landing_makes_it() {
    user = User.beginning(folder.resolve("new"));
    prepare();

    assertThat(land("main")).isEqualTo(new Landed(audited, "main", Optional.empty(), false));

    assertThat(user.read("made/new.txt")).isEqualTo("new\n");
    assertThat(user.git("status", "--porcelain")).isEmpty();
  }

  @Test
  void before_the_first_commit_files_are_spared_too() {
    user = User.beginning(folder.resolve("new")).write("a.txt", "mine");
    prepare();

    assertRefused("main", new FilesInTheWay(user.folder(), List.of("a.txt")));
    assertThat(user.read("a.txt")).isEqualTo("mine");
  }

  /// A kill of the machine itself in the middle: some files are written, the index and the branch
  /// are not.
  @Test
  void a_half_done_landing_is_finished() {
    user.write("a.txt", "A\n").write("made/new.txt", "new\n").shell("rm gone.txt");

    assertThat(land("main").already()).isFalse();

    assertThat(user.git("rev-parse", "main")).isEqualTo(audited.hex());
    assertThat(user.git("status", "--porcelain")).isEmpty();
  }

  @Test
  void hooks_and_configured_programs_do_not_run() {
    var ran = folder.resolve("ran");
    for (var hook :
        List.of(
            "post-merge",
            "pre-merge-commit",
            "post-checkout",
            "reference-transaction",
            "post-index-change")) {
      user.write(".git/hooks/" + hook, "#!/bin/sh\necho %s >> '%s'\n".formatted(hook, ran));
    }
    user.shell("chmod +x .git/hooks/*");
    user.git("config", "core.fsmonitor", "touch '%s'".formatted(ran));
    user.git("config", "merge.verifySignatures", "true");
    user.git("config", "branch.main.mergeOptions", "--no-ff --squash");

    land("main");

    assertThat(ran).doesNotExist();
    assertThat(user.git("rev-parse", "main")).isEqualTo(audited.hex());
  }

  /// The files have to look as the user's own git would write them.
  @Test
  void filters_that_the_repository_itself_configures_write_its_files() {
    user.write(".gitattributes", "*.up filter=up\n").commit("Attributes");
    user.git("config", "filter.up.smudge", "tr a-z A-Z");
    user.git("config", "filter.up.clean", "tr A-Z a-z");
    user.git("branch", "-D", "otto/" + RUN);
    prepare();
    audited = result(Map.of("x.up", "small\n"));
    user.git("branch", "-D", "otto/" + RUN);
    clone.publication().publish(LEASE, audited, bench.find(user));

    land("main");

    assertThat(user.read("x.up")).isEqualTo("SMALL\n");
    assertThat(user.git("status", "--porcelain")).isEmpty();
  }

  @Test
  void strange_names_land_and_are_seen_in_the_way() {
    user.git("branch", "-D", "otto/" + RUN);
    audited = result(Map.of("grüße ☃\n.txt", "x", "-rf", "y", "*", "z"));
    clone.publication().publish(LEASE, audited, bench.find(user));
    user.write("*", "mine");

    assertRefused("main", new FilesInTheWay(user.folder(), List.of("*")));
    user.shell("rm ./'*'");
    land("main");

    assertThat(user.read("grüße ☃\n.txt")).isEqualTo("x");
  }

  private Landed land(String branch) {
    return clone.landing().land(bench.find(user), branch, audited, NOON);
  }

  private void assertRefused(String branch, Refusal refusal) {
    assertThatThrownBy(() -> land(branch))
        .asInstanceOf(InstanceOfAssertFactories.type(Refusal.Refused.class))
        .extracting(Refusal.Refused::refusal)
        .isEqualTo(refusal);
    assertThat(refusal.sentence()).endsWith(".");
    assertThat(refusal.nextStep()).endsWith(".");
  }

  private void prepare() {
    bench = new Bench(folder.resolve("home of " + user.folder().getFileName() + System.nanoTime()));
    clone = bench.clone(user);
    base = clone.bases().take(LEASE, bench.look(user)).commit();
    audited = result(Map.of("a.txt", "A\n", "made/new.txt", "new\n", "new.secret", "n\n"));
    clone.publication().publish(LEASE, audited, bench.find(user));
  }

  private CommitId result(Map<String, String> files) {
    var tree = clone.tree(base);
    var bytes = new java.util.HashMap<String, byte[]>();
    files.forEach((path, content) -> bytes.put(path, content.getBytes(UTF_8)));
    return clone
        .commits()
        .commit(
            withoutGone(clone.trees().with(tree, bytes)),
            List.of(base),
            new CommitMessage("Made", RUN),
            NOON);
  }

  private TreeId withoutGone(TreeId tree) {
    return clone
        .trees()
        .with(tree, List.of(new TreeChange("gone.txt", "000000", clone.format().none())));
  }
}
