package dev.otto.activities.git;

import static dev.otto.activities.git.Bench.LEASE;
import static dev.otto.activities.git.Bench.RUN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.otto.model.CommitId;
import dev.otto.model.Lease;
import dev.otto.model.Refusal;
import dev.otto.model.RunId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CloneTest {
  @TempDir Path folder;
  private Bench bench;

  @BeforeEach
  void aHome() {
    bench = new Bench(folder.resolve("home"));
  }

  @Test
  void the_base_is_what_the_user_has_checked_out() {
    var user = User.withOneCommit(folder.resolve("shop"));
    user.write("a.txt", "not committed");

    var base = bench.clone(user).bases().take(LEASE, bench.look(user));

    assertThat(base.commit()).isEqualTo(head(user));
    assertThat(base.tree().hex()).isEqualTo(user.git("rev-parse", "HEAD^{tree}"));
    assertThat(base.empty()).isFalse();
  }

  @Test
  void the_clone_holds_one_ref_and_no_branch_of_the_user() {
    var user = User.withOneCommit(folder.resolve("shop"));
    user.git("tag", "v1");
    var clone = bench.clone(user);

    clone.bases().take(LEASE, bench.look(user));

    assertThat(clone.refs().below("refs/"))
        .extracting(Refs.Standing::ref)
        .containsExactlyInAnyOrder(Ref.base(RUN), Ref.epoch(RUN));
    assertThat(clone.git().run("config", "--list", "--local").text()).doesNotContain("remote.");
  }

  @Test
  void the_base_stays_when_the_user_goes_on_and_asking_again_finds_it() {
    var user = User.withOneCommit(folder.resolve("shop"));
    var first = bench.clone(user).bases().take(LEASE, bench.look(user));
    user.write("a.txt", "next").commit("Next");
    bench.restart();

    assertThat(bench.clone(user).bases().take(LEASE, bench.look(user))).isEqualTo(first);
    assertThat(bench.clone(user).bases().of(RUN)).contains(first);
  }

  @Test
  void the_next_run_gets_the_next_base() {
    var user = User.withOneCommit(folder.resolve("shop"));
    bench.clone(user).bases().take(LEASE, bench.look(user));
    user.write("a.txt", "next").commit("Next");
    var next = new Lease(new RunId("2026-11-21-100000-ffffff"), 1);
    bench.clone(user).refs().raise(next);

    assertThat(bench.clone(user).bases().take(next, bench.look(user)).commit())
        .isEqualTo(head(user));
  }

  @Test
  void without_a_commit_the_base_is_an_empty_one_and_the_same_everywhere() {
    var user = User.beginning(folder.resolve("new"));
    user.write("not-yet.txt", "x");
    var other = new Bench(folder.resolve("other-home"));

    var base = bench.clone(user).bases().take(LEASE, bench.look(user));

    assertThat(base.empty()).isTrue();
    assertThat(base.tree().hex()).isEqualTo(ObjectFormat.SHA1.emptyTree());
    assertThat(other.clone(user).bases().take(LEASE, other.look(user))).isEqualTo(base);
  }

  /// A guessed branch or the clone's HEAD would be another commit.
  @Test
  void a_detached_head_is_taken_exactly() {
    var user = User.withOneCommit(folder.resolve("shop"));
    var first = head(user);
    user.write("a.txt", "next").commit("Next");
    user.git("checkout", "-q", "--detach", first.hex());

    assertThat(bench.clone(user).bases().take(LEASE, bench.look(user)).commit()).isEqualTo(first);
  }

  @Test
  void the_head_of_a_linked_worktree_is_taken_and_not_that_of_the_main_one() {
    var user = User.withOneCommit(folder.resolve("shop"));
    user.git("worktree", "add", "-q", "-b", "other", folder.resolve("linked").toString());
    var linked = User.in(folder.resolve("linked"));
    linked.write("c.txt", "c").commit("In the other");

    assertThat(bench.clone(linked).bases().take(LEASE, bench.look(linked)).commit())
        .isEqualTo(head(linked));
  }

  @Test
  void sha256_is_kept() {
    var user = User.withOneCommit(folder.resolve("shop"), "--object-format=sha256");
    var unborn = User.beginning(folder.resolve("new"), "--object-format=sha256");
    var other = new Bench(folder.resolve("other-home"));

    assertThat(bench.clone(user).bases().take(LEASE, bench.look(user)).commit())
        .isEqualTo(head(user));
    assertThat(other.clone(unborn).bases().take(LEASE, other.look(unborn)).tree().hex())
        .isEqualTo(ObjectFormat.SHA256.emptyTree());
  }

  @Test
  void a_shallow_repository_gives_what_it_has() {
    var whole = User.withOneCommit(folder.resolve("whole"));
    whole.write("a.txt", "2").commit("Second");
    whole.git(
        "clone", "-q", "--depth=1", "file://" + whole.folder(), folder.resolve("cut").toString());
    var user = User.in(folder.resolve("cut"));
    var clone = bench.clone(user);

    assertThat(clone.bases().take(LEASE, bench.look(user)).commit()).isEqualTo(head(user));
    assertThat(clone.git().run("rev-list", "--count", head(user).hex()).line()).isEqualTo("1");
    assertThat(clone.git().ask("fsck").ok()).isTrue();
  }

  @Test
  void borrowed_objects_are_copied_so_that_the_clone_stands_alone() throws IOException {
    var lender = User.withOneCommit(folder.resolve("lender"));
    lender.git(
        "clone", "-q", "--shared", lender.folder().toString(), folder.resolve("shop").toString());
    var user = User.in(folder.resolve("shop"));
    var clone = bench.clone(user);
    clone.bases().take(LEASE, bench.look(user));

    Files.move(lender.folder(), folder.resolve("gone"));

    assertThat(clone.git().ask("fsck", "--full").ok()).isTrue();
  }

  @Test
  void the_user_may_collect_garbage_and_lose_the_base() {
    var user = User.withOneCommit(folder.resolve("shop"));
    var clone = bench.clone(user);
    clone.bases().take(LEASE, bench.look(user));

    user.git("commit", "--quiet", "--amend", "-m", "Another");
    user.git("reflog", "expire", "--expire=now", "--all");
    user.git("gc", "--quiet", "--prune=now");

    assertThat(clone.git().ask("fsck", "--full").ok()).isTrue();
  }

  @Test
  void a_partial_clone_without_its_content_is_refused() {
    var whole = User.withOneCommit(folder.resolve("whole"));
    whole.git("config", "uploadpack.allowFilter", "true");
    whole.git(
        "clone",
        "-q",
        "--no-checkout",
        "--filter=blob:none",
        "file://" + whole.folder(),
        folder.resolve("partial").toString());
    var user = User.in(folder.resolve("partial"));
    user.git("config", "remote.origin.url", "https://localhost:1/nowhere");
    var clone = bench.clone(user);

    assertThatThrownBy(() -> clone.bases().take(LEASE, bench.look(user)))
        .isInstanceOf(Refusal.Refused.class)
        .hasMessageContaining("Some content of the commit is missing");
  }

  @Test
  void spaces_and_letters_of_the_world_are_fine() {
    var user = User.withOneCommit(folder.resolve("Über uns ☃/shop"));
    user.write("grüne Äste/ü ☃.txt", "x").commit("Names");
    var other = new Bench(folder.resolve("höme of otto"));

    assertThat(other.clone(user).bases().take(LEASE, other.look(user)).commit())
        .isEqualTo(head(user));
  }

  @Test
  void making_the_clone_and_its_base_leaves_the_users_repository_as_it_was() {
    var user = User.withOneCommit(folder.resolve("shop"));
    user.write("dirty", "x").write("a.txt", "changed");
    var before = Fingerprint.of(user.folder(), _ -> true);

    bench.clone(user).bases().take(LEASE, bench.look(user));

    assertThat(Fingerprint.of(user.folder(), _ -> true).since(before)).isEmpty();
  }

  /// A kill in the middle leaves a half-made clone in the scratch folder and locks in a whole one.
  @Test
  void what_a_kill_left_is_swept_and_made_again() throws IOException {
    var user = User.withOneCommit(folder.resolve("shop"));
    var half = Folders.made(bench.project.scratch().resolve("s1/repository.git"));
    Folders.created(half.resolve("HEAD"), "half");
    bench.clone(user).bases().take(LEASE, bench.look(user));
    var lock = bench.project.repository().resolve(Ref.epoch(RUN) + ".lock");
    Files.writeString(lock, "dead");
    Files.writeString(bench.project.repository().resolve("packed-refs.lock"), "dead");
    bench.restart();

    var later = new Lease(RUN, 2);
    var clone = bench.clone(user);
    clone.refs().raise(later);

    assertThat(clone.refs().epoch(RUN)).contains(2L);
    assertThat(half).doesNotExist();
  }

  private static CommitId head(User user) {
    return new CommitId(user.git("rev-parse", "HEAD"));
  }
}
