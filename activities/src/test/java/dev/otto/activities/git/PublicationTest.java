package dev.otto.activities.git;

import static dev.otto.activities.git.Bench.LEASE;
import static dev.otto.activities.git.Bench.NOON;
import static dev.otto.activities.git.Bench.RUN;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.otto.activities.git.GitRefusal.BranchTaken;
import dev.otto.model.CommitId;
import dev.otto.model.Digest;
import dev.otto.model.Lease;
import dev.otto.model.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublicationTest {
  private static final String BRANCH = "refs/heads/otto/" + RUN;
  private static final Digest PACKET = Digest.of("the packet");
  @TempDir Path folder;
  private Bench bench;
  private User user;
  private Clone clone;
  private CommitId result;

  @BeforeEach
  void aResult() {
    use(User.withOneCommit(folder.resolve("shop")));
  }

  @Test
  void the_run_and_its_proof_are_in_the_users_repository() {
    clone.publication().anchor(LEASE, result, PACKET, NOON);

    publish();

    assertThat(user.git("rev-parse", BRANCH)).isEqualTo(result.hex());
    assertThat(user.git("show", BRANCH + ":made.txt")).isEqualTo("by a run");
    assertThat(clone.publication().anchor(bench.find(user), RUN))
        .contains(new ProofAnchor(result, PACKET));
    user.git("fsck", "--strict");
  }

  @Test
  void only_the_refs_and_their_folders_are_new() {
    user.write("dirty", "x")
        .write(
            ".git/hooks/reference-transaction",
            "#!/bin/sh\ntouch '%s'\n".formatted(folder.resolve("ran")));
    user.shell("chmod +x .git/hooks/*");
    user.git("config", "core.logAllRefUpdates", "always");
    user.git("config", "url.https://localhost:1/.insteadOf", folder.toString());
    clone.publication().anchor(LEASE, result, PACKET, NOON);
    var before = Fingerprint.of(user.folder());

    publish();

    assertThat(Fingerprint.of(user.folder()).since(before).keySet())
        .containsExactlyInAnyOrder(
            "/.git/refs",
            "/.git/refs/heads",
            "/.git/refs/heads/otto",
            "/.git/refs/heads/otto/" + RUN,
            "/.git/refs/otto",
            "/.git/refs/otto/proof",
            "/.git/refs/otto/proof/" + RUN);
    assertThat(folder.resolve("ran")).doesNotExist();
    assertThat(keeps()).isEmpty();
  }

  @Test
  void a_repeat_changes_nothing() {
    publish();
    var before = Fingerprint.of(user.folder(), _ -> true);
    bench.restart();
    clone = bench.clone(user);

    publish();

    assertThat(Fingerprint.of(user.folder(), _ -> true).since(before)).isEmpty();
  }

  @Test
  void a_branch_of_that_name_with_something_else_is_left_alone() {
    user.git("branch", "otto/" + RUN);
    var there = user.git("rev-parse", BRANCH);

    assertThatThrownBy(this::publish)
        .asInstanceOf(InstanceOfAssertFactories.type(Refusal.Refused.class))
        .extracting(Refusal.Refused::refusal)
        .isEqualTo(new BranchTaken("otto/" + RUN));

    assertThat(user.git("rev-parse", BRANCH)).isEqualTo(there);
  }

  @Test
  void an_unborn_repository_gets_the_branch_and_stays_unborn() {
    use(User.beginning(folder.resolve("new")));

    publish();

    assertThat(user.git("show", BRANCH + ":made.txt")).isEqualTo("by a run");
    assertThat(bench.look(user).head()).isEqualTo(new Head.Unborn("main"));
  }

  @Test
  void sha256_shallow_and_linked_repositories_get_it_too() {
    var whole = User.withOneCommit(folder.resolve("whole"), "--object-format=sha256");
    whole.write("a.txt", "2").commit("Second");
    whole.git(
        "clone", "-q", "--depth=1", "file://" + whole.folder(), folder.resolve("cut").toString());
    var cut = User.in(folder.resolve("cut"));
    cut.git("worktree", "add", "-q", "-b", "side", folder.resolve("linked").toString());
    use(User.in(folder.resolve("linked")));

    publish();

    assertThat(cut.git("rev-parse", BRANCH)).isEqualTo(result.hex());
    cut.git("fsck");
  }

  /// The base is gone from the user's repository: everything is sent.
  @Test
  void a_user_who_amended_and_collected_garbage_gets_a_whole_history() {
    user.write("a.txt", "amended").git("commit", "-q", "-a", "--amend", "-m", "Amended");
    user.git("reflog", "expire", "--expire=now", "--all");
    user.git("gc", "--quiet", "--prune=now");

    publish();

    user.git("fsck", "--strict", "--full");
    assertThat(user.git("log", "--format=%s", BRANCH)).isEqualTo("Made\nBegin");
  }

  /// The base is still there but only until the next collection: a pack that leans on it would
  /// break.
  @Test
  void objects_that_nobody_holds_are_not_relied_on() {
    user.write("a.txt", "amended").git("commit", "-q", "-a", "--amend", "-m", "Amended");

    publish();
    user.git("reflog", "expire", "--expire=now", "--all");
    user.git("gc", "--quiet", "--prune=now");

    user.git("fsck", "--strict", "--full");
  }

  @Test
  void garbage_collection_between_pack_and_ref_takes_nothing() {
    var collecting = new Bench(bench.home, () -> user.git("gc", "--quiet", "--prune=now"));
    clone = collecting.clone(user);

    publish();

    assertThat(user.git("rev-parse", BRANCH)).isEqualTo(result.hex());
    user.git("fsck", "--strict", "--full");
    assertThat(keeps()).isEmpty();
  }

  @Test
  void what_a_kill_left_after_the_pack_or_after_the_ref_is_finished() throws IOException {
    publish();
    var pack =
        Folders.children(user.folder().resolve(".git/objects/pack")).stream()
            .filter(file -> file.toString().endsWith(".pack"))
            .findFirst()
            .orElseThrow();
    var keep = Path.of(pack.toString().replace(".pack", ".keep"));
    Files.writeString(keep, "otto-" + RUN + "\n");
    var foreign = Files.writeString(pack.resolveSibling("pack-1234.keep"), "mine\n");

    publish();
    assertThat(keep).doesNotExist();
    Files.writeString(keep, "otto-" + RUN + "\n");
    user.git("update-ref", "-d", BRANCH);
    publish();

    assertThat(keep).doesNotExist();
    assertThat(foreign).exists();
    assertThat(user.git("rev-parse", BRANCH)).isEqualTo(result.hex());
  }

  @Test
  void the_lock_of_a_killed_git_on_ottos_own_ref_is_no_obstacle() throws IOException {
    var lock = user.folder().resolve(".git/" + BRANCH + ".lock");
    Files.createDirectories(lock.getParent());
    Files.writeString(lock, "dead");
    Files.setLastModifiedTime(lock, java.nio.file.attribute.FileTime.fromMillis(0));

    publish();

    assertThat(user.git("rev-parse", BRANCH)).isEqualTo(result.hex());
  }

  @Test
  void a_user_in_the_middle_of_a_merge_gets_it_too() {
    user.git("checkout", "-q", "-b", "side");
    user.write("a.txt", "side").commit("Side");
    user.git("checkout", "-q", "main");
    user.git("merge", "-q", "--no-commit", "--no-ff", "side");
    var before = Fingerprint.of(user.folder());

    publish();

    assertThat(user.git("rev-parse", BRANCH)).isEqualTo(result.hex());
    assertThat(Fingerprint.of(user.folder()).since(before).keySet())
        .allSatisfy(path -> assertThat(path).startsWith("/.git/refs/"));
  }

  @Test
  void who_was_superseded_publishes_nothing() {
    clone.refs().raise(new Lease(RUN, 2));

    assertThatThrownBy(this::publish).isInstanceOf(Superseded.class);

    assertThat(user.tries("rev-parse", "--verify", "-q", BRANCH)).isNotZero();
    assertThat(keeps()).isEmpty();
  }

  private void use(User other) {
    user = other;
    bench = new Bench(folder.resolve("home of " + user.folder().getFileName()));
    clone = bench.clone(user);
    var base = clone.bases().take(LEASE, bench.look(user));
    result =
        clone
            .commits()
            .commit(
                clone.trees().with(base.tree(), Map.of("made.txt", "by a run".getBytes(UTF_8))),
                List.of(base.commit()),
                new CommitMessage("Made", RUN),
                NOON);
  }

  private void publish() {
    clone.publication().publish(LEASE, result, bench.find(user));
  }

  private List<Path> keeps() {
    return Folders.children(user.folder().resolve(".git/objects/pack")).stream()
        .filter(file -> file.toString().endsWith(".keep"))
        .toList();
  }
}
