package dev.otto.activities.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.otto.activities.git.GitRefusal.BareRepository;
import dev.otto.activities.git.GitRefusal.BranchInTheWay;
import dev.otto.activities.git.GitRefusal.NotARepository;
import dev.otto.activities.git.GitRefusal.OperationInProgress;
import dev.otto.model.CommitId;
import dev.otto.model.Refusal;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PreflightTest {
  @TempDir Path folder;
  private Bench bench;

  @BeforeEach
  void aHome() {
    bench = new Bench(folder.resolve("home"));
  }

  @Test
  void a_clean_checkout_on_a_branch_is_described() {
    var user = User.withOneCommit(folder.resolve("shop"));

    assertThat(bench.look(user))
        .isEqualTo(
            new Checkout(
                new UserRepository(
                    user.folder(),
                    user.folder().resolve(".git"),
                    user.folder().resolve(".git"),
                    ObjectFormat.SHA1,
                    false),
                "",
                new Head.OnBranch("main", head(user)),
                0));
    assertThat(bench.look(user).note()).isEmpty();
  }

  @Test
  void files_that_are_not_committed_are_counted() {
    var user = User.withOneCommit(folder.resolve("shop"));
    user.write(".gitignore", "*.log\n")
        .write("noise.log", "x")
        .write("new/one", "1")
        .write("a.txt", "b\n");

    assertThat(bench.look(user).note()).isEqualTo("3 files are not part of this run");
    user.git("stash", "--all");
    user.write("only.txt", "1");
    assertThat(bench.look(user).note()).isEqualTo("1 file is not part of this run");
  }

  @Test
  void a_subdirectory_means_the_repository_it_is_in() {
    var user = User.withOneCommit(folder.resolve("shop"));

    var checkout = bench.look(User.in(user.folder().resolve("src")));

    assertThat(checkout.repository().top()).isEqualTo(user.folder());
    assertThat(checkout.within()).isEqualTo("src");
  }

  @Test
  void a_linked_worktree_is_a_checkout_of_its_own() {
    var user = User.withOneCommit(folder.resolve("shop"));
    user.git("worktree", "add", "-q", "-b", "other", folder.resolve("linked").toString());
    var linked = User.in(folder.resolve("linked"));
    var commit = linked.write("c.txt", "c").commit("In the other");

    var checkout = bench.look(linked);

    assertThat(checkout.repository().top()).isEqualTo(linked.folder());
    assertThat(checkout.repository().commonDirectory()).isEqualTo(user.folder().resolve(".git"));
    assertThat(checkout.head()).isEqualTo(new Head.OnBranch("other", new CommitId(commit)));
  }

  @Test
  void no_commit_yet_and_a_detached_head_are_fine() {
    var unborn = User.beginning(folder.resolve("unborn"));
    var detached = User.withOneCommit(folder.resolve("detached"));
    detached.git("checkout", "-q", "--detach");

    assertThat(bench.look(unborn).head()).isEqualTo(new Head.Unborn("main"));
    assertThat(bench.look(detached).head()).isEqualTo(new Head.Detached(head(detached)));
  }

  /// W-47: a branch with a slash was cut at it.
  @Test
  void a_branch_with_slashes_keeps_its_name() {
    var user = User.withOneCommit(folder.resolve("shop"));
    user.git("checkout", "-q", "-b", "feature/a/b");

    assertThat(bench.look(user).head()).isEqualTo(new Head.OnBranch("feature/a/b", head(user)));
  }

  @Test
  void shallow_and_sha256_are_seen() {
    var user = User.withOneCommit(folder.resolve("shop"), "--object-format=sha256");
    user.commit("Second");
    user.git(
        "clone", "-q", "--depth=1", "file://" + user.folder(), folder.resolve("cut").toString());

    var checkout = bench.look(User.in(folder.resolve("cut")));

    assertThat(checkout.repository().shallow()).isTrue();
    assertThat(checkout.repository().format()).isEqualTo(ObjectFormat.SHA256);
  }

  @ParameterizedTest
  @ValueSource(strings = {"with space", "grüße ☃", " leading", "semi;colon$(x)`y`"})
  void names_of_folders_do_not_matter(String name) {
    var user = User.withOneCommit(folder.resolve(name).resolve("repository"));

    assertThat(bench.look(User.in(user.folder().resolve("src"))).repository().top())
        .isEqualTo(user.folder());
  }

  @Test
  void what_is_no_repository_is_refused() {
    var nothing = User.in(folder.resolve("nothing"));
    var file = User.in(folder).write("file", "x");

    assertRefused(nothing, new NotARepository(nothing.folder()));
    assertRefused(
        new User(folder.resolve("file")), new NotARepository(file.folder().resolve("file")));
    assertThat(new NotARepository(Path.of("/x")).sentence())
        .isEqualTo("/x is not in a git repository.");
  }

  @Test
  void a_bare_repository_is_refused() {
    var bare = User.in(folder.resolve("bare"));
    bare.git("init", "-q", "--bare");

    assertRefused(bare, new BareRepository(bare.folder()));
  }

  @ParameterizedTest
  @CsvSource({
    "MERGE, git merge side",
    "REBASE, git rebase side",
    "CHERRY_PICK, git cherry-pick side",
    "REVERT, git revert --no-edit HEAD~1",
    "BISECT, git bisect start"
  })
  void an_operation_in_progress_is_refused(Operation operation, String command) {
    var user = User.withOneCommit(folder.resolve("shop"));
    user.git("checkout", "-q", "-b", "side");
    user.write("a.txt", "side\n").commit("Side");
    user.git("checkout", "-q", "main");
    user.write("a.txt", "main\n").commit("Main");
    user.write("a.txt", "more\n").commit("More");
    user.shell(command + " >/dev/null 2>&1 || true");

    assertRefused(user, new OperationInProgress(user.folder(), operation));
  }

  @Test
  void a_branch_named_otto_is_in_the_way() {
    var user = User.withOneCommit(folder.resolve("shop"));
    user.git("branch", "otto");

    assertRefused(user, new BranchInTheWay("otto"));
  }

  @Test
  void looking_changes_nothing_and_runs_nothing() throws Exception {
    var user = User.withOneCommit(folder.resolve("shop"));
    var marker = folder.resolve("marker");
    user.write(".gitattributes", "* filter=evil\n").commit("Attributes");
    user.git("config", "filter.evil.clean", "touch %s; cat".formatted(marker));
    user.git("config", "filter.evil=odd.process", "touch %s".formatted(marker));
    user.git("config", "core.fsmonitor", "touch %s; false".formatted(marker));
    user.write("a.txt", "c\n");
    Files.setLastModifiedTime(
        user.folder().resolve("src/b.txt"), java.nio.file.attribute.FileTime.fromMillis(1_000));
    var before = Fingerprint.of(user.folder());

    var checkout = bench.look(user);

    assertThat(checkout.uncommitted()).isEqualTo(1);
    assertThat(Fingerprint.of(user.folder()).since(before)).isEmpty();
    assertThat(marker).doesNotExist();
  }

  @Test
  void the_version_of_git_is_read() {
    assertThat(new Preflight(bench.git()).version()).matches("\\d+\\.\\d+.*");
  }

  private void assertRefused(User user, Refusal refusal) {
    assertThatThrownBy(() -> bench.look(user))
        .asInstanceOf(InstanceOfAssertFactories.type(Refusal.Refused.class))
        .extracting(Refusal.Refused::refusal)
        .isEqualTo(refusal);
    assertThat(refusal.nextStep()).endsWith(".");
  }

  private static CommitId head(User user) {
    return new CommitId(user.git("rev-parse", "HEAD"));
  }
}
