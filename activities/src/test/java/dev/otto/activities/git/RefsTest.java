package dev.otto.activities.git;

import static dev.otto.activities.git.Bench.API;
import static dev.otto.activities.git.Bench.LEASE;
import static dev.otto.activities.git.Bench.RUN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.otto.model.CommitId;
import dev.otto.model.GroupId;
import dev.otto.model.Lease;
import dev.otto.model.TreeId;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RefsTest {
  private static final Lease NEWER = new Lease(RUN, 2);
  @TempDir Path folder;
  private Clone clone;
  private CommitId one;
  private CommitId two;

  @BeforeEach
  void twoCommits() {
    clone = clone(Fence.OPEN);
    clone.refs().raise(LEASE);
    one = commit("One");
    two = commit("Two");
  }

  @Test
  void a_ref_moves_only_from_where_it_was_seen() {
    clone.refs().move(LEASE, RefMove.create(Ref.head(RUN), one.hex()));

    clone.refs().move(LEASE, RefMove.of(Ref.head(RUN), Optional.of(one), two));

    assertThat(clone.refs().commit(Ref.head(RUN))).contains(two);
    assertThatThrownBy(
            () -> clone.refs().move(LEASE, RefMove.of(Ref.head(RUN), Optional.of(one), one)))
        .isInstanceOf(RefMoved.class)
        .hasMessage("%s was expected at %s and stands at %s".formatted(Ref.head(RUN), one, two));
  }

  @Test
  void a_repeat_that_finds_the_ref_moved_already_is_as_good() {
    var move = RefMove.create(Ref.head(RUN), one.hex());

    clone.refs().move(LEASE, move);
    clone.refs().move(LEASE, move);

    assertThat(clone.refs().commit(Ref.head(RUN))).contains(one);
  }

  @Test
  void refs_move_all_or_none() {
    clone.refs().move(LEASE, RefMove.create(Ref.head(RUN), one.hex()));

    assertThatThrownBy(() ->
            clone
                .refs()
                .move(
                    LEASE,
                    RefMove.create(Ref.group(RUN, API), two.hex()),
                    RefMove.create(Ref.head(RUN), two.hex())))
        .isInstanceOf(RefMoved.class);

    assertThat(clone.refs().commit(Ref.group(RUN, API))).isEmpty();
  }

  @Test
  void an_older_epoch_moves_nothing_even_what_has_moved_already() {
    clone.refs().move(LEASE, RefMove.create(Ref.head(RUN), one.hex()));
    clone.refs().raise(NEWER);

    assertThatThrownBy(() -> clone.refs().move(LEASE, RefMove.create(Ref.head(RUN), one.hex())))
        .isInstanceOf(Superseded.class);
    assertThatThrownBy(
            () -> clone.refs().move(LEASE, RefMove.of(Ref.head(RUN), Optional.of(one), two)))
        .isInstanceOf(Superseded.class);
    assertThat(clone.refs().commit(Ref.head(RUN))).contains(one);
  }

  @Test
  void an_epoch_is_never_lowered_and_raising_it_again_is_fine() {
    clone.refs().raise(NEWER);
    clone.refs().raise(NEWER);

    assertThatThrownBy(() -> clone.refs().raise(LEASE)).isInstanceOf(Superseded.class);
    assertThat(clone.refs().epoch(RUN)).contains(2L);
  }

  @Test
  void epochs_of_other_runs_do_not_matter() {
    var other = new Lease(new dev.otto.model.RunId("2026-11-21-100000-ffffff"), 7);

    clone.refs().raise(other);
    clone.refs().move(LEASE, RefMove.create(Ref.head(RUN), one.hex()));

    assertThat(clone.refs().commit(Ref.head(RUN))).contains(one);
  }

  /// The slowest possible holder of an old lease: it passed every check, and then the run was
  /// started again.
  @Test
  void who_is_held_right_before_the_move_and_superseded_meanwhile_moves_nothing() throws Exception {
    var reached = new CountDownLatch(1);
    var released = new CountDownLatch(1);
    var slow = clone(Latched.once(reached, released));
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var moving =
          threads.submit(() -> slow.refs().move(LEASE, RefMove.create(Ref.head(RUN), one.hex())));
      reached.await();
      clone.refs().raise(NEWER);
      released.countDown();

      assertThatThrownBy(moving::get).hasCauseInstanceOf(Superseded.class);
    }
    assertThat(clone.refs().commit(Ref.head(RUN))).isEmpty();
  }

  @Test
  void many_groups_move_at_once() throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var moves =
          IntStream.range(0, 24)
              .mapToObj(number -> Ref.group(RUN, new GroupId("g" + number)))
              .map(ref ->
                  threads.submit(() -> clone.refs().move(LEASE, RefMove.create(ref, one.hex()))))
              .toList();
      for (var move : moves) {
        move.get();
      }
    }

    assertThat(clone.refs().below("refs/otto/runs/")).hasSize(24);
  }

  private Clone clone(Fence fence) {
    var bench = new Bench(folder.resolve("home"), fence);
    var user = User.in(folder.resolve("shop"));
    if (!user.has(".git")) {
      User.withOneCommit(user.folder());
    }
    return bench.clone(bench.project, user);
  }

  private CommitId commit(String subject) {
    return clone
        .commits()
        .commit(
            new TreeId(ObjectFormat.SHA1.emptyTree()),
            List.of(),
            new CommitMessage(subject, RUN),
            Bench.NOON);
  }
}
