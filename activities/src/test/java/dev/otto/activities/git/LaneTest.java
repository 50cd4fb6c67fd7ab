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
import dev.otto.model.GroupId;
import dev.otto.model.Lease;
import dev.otto.model.packet.FileChange;
import dev.otto.model.path.Glob;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LaneTest {
  private static final GroupId WEB = new GroupId("web");
  @TempDir Path folder;
  private Bench bench;
  private Clone clone;
  private CommitId base;

  @BeforeEach
  void aBranch() {
    var user = User.withOneCommit(folder.resolve("shop"));
    user.write("shared.txt", "1\n2\n3\n")
        .write("gone.txt", "x\n")
        .write("bin", "\0old")
        .commit("More");
    bench = new Bench(folder.resolve("home"));
    clone = bench.clone(user);
    base = clone.bases().take(LEASE, bench.look(user)).commit();
    clone.lane().begin(LEASE, base);
  }

  @Test
  void groups_are_merged_one_after_the_other() {
    var api = work(API, Map.of("api.txt", "api\n"));
    var web = work(WEB, Map.of("web.txt", "web\n"));

    var first = merge(API, base, api);
    clone.lane().advance(LEASE, base, first.commit());
    var second = merge(WEB, first.commit(), web);
    clone.lane().advance(LEASE, first.commit(), second.commit());

    assertThat(clone.lane().head(RUN)).contains(second.commit());
    assertThat(clone.commits().parents(second.commit())).containsExactly(first.commit(), web);
    assertThat(clone.trees().changed(clone.tree(base), second.tree()))
        .containsExactly("api.txt", "web.txt");
    assertThat(clone.changes(second.commit()))
        .containsExactly(new FileChange("web.txt", Optional.of(1L), Optional.of(0L)));
    assertThat(clone.git().run("cat-file", "commit", second.commit().hex()).text())
        .contains("committer Otto <otto@localhost> 1795262400 +0000")
        .endsWith("Merge web\n\nOtto-Run: %s\nOtto-Group: web\nOtto-Attempt: 1\n".formatted(RUN));
  }

  @Test
  void a_repeat_finds_the_same_candidate_and_the_branch_moved() {
    var api = work(API, Map.of("api.txt", "api\n"));
    var first = merge(API, base, api);
    clone.lane().advance(LEASE, base, first.commit());
    bench.restart();

    assertThat(merge(API, base, api)).isEqualTo(first);
    clone.lane().advance(LEASE, base, first.commit());
    clone.lane().begin(LEASE, first.commit());

    assertThat(clone.lane().head(RUN)).contains(first.commit());
  }

  /// W-11, W-12: what is merged is asked of git.
  @Test
  void what_is_merged_already_is_redundant_and_the_branch_stays() {
    var api = work(API, Map.of("api.txt", "api\n"));
    var twin = work(WEB, Map.of("api.txt", "api\n"));
    var first = merge(API, base, api);

    assertThat(clone.lane().has(first.commit(), api)).isTrue();
    assertThat(clone.lane().has(first.commit(), twin)).isFalse();
    assertThat(clone.lane().candidate(RUN, API, 1, first.commit(), api, NOON))
        .isEqualTo(new Candidate.Redundant(first.commit(), first.tree()));
    assertThat(clone.lane().candidate(RUN, WEB, 1, first.commit(), twin, NOON))
        .isEqualTo(new Candidate.Redundant(first.commit(), first.tree()));
  }

  @Test
  void the_branch_moves_from_where_it_was_seen_and_only_forward() {
    var one = merge(API, base, work(API, Map.of("api.txt", "api\n"))).commit();
    var two = merge(WEB, base, work(WEB, Map.of("web.txt", "web\n"))).commit();
    clone.lane().advance(LEASE, base, one);

    assertThatThrownBy(() -> clone.lane().advance(LEASE, base, two)).isInstanceOf(RefMoved.class);
    assertThatThrownBy(() -> clone.lane().advance(LEASE, one, two))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("does not continue");
    clone.refs().raise(new Lease(RUN, 2));
    assertThatThrownBy(() -> clone.lane().advance(LEASE, base, one)).isInstanceOf(Superseded.class);
    assertThat(clone.lane().head(RUN)).contains(one);
  }

  @Test
  void a_conflict_names_paths_and_reasons_and_is_the_same_at_every_time() {
    var conflict = conflict();

    assertThat(conflict.conflicts())
        .extracting(Candidate.Conflict::path)
        .containsExactly("bin", "gone.txt", "shared.txt");
    assertThat(conflict.conflicts())
        .extracting(Candidate.Conflict::message)
        .satisfiesExactly(
            binary -> assertThat(binary).startsWith("CONFLICT (content): Merge conflict in bin"),
            deleted -> assertThat(deleted).startsWith("CONFLICT (modify/delete): gone.txt"),
            text -> assertThat(text).isEqualTo("CONFLICT (content): Merge conflict in shared.txt"));
    assertThat(clone.commits().parents(conflict.marked())).hasSize(2);
    assertThat(clone.lane().candidate(RUN, WEB, 1, onto(conflict), theirs(conflict), NOON))
        .isEqualTo(conflict);
  }

  @Test
  void a_conflict_is_solved_in_a_worktree_with_both_sides_and_its_commit_has_both_parents() {
    var conflict = conflict();
    var worktree = clone.worktrees().reset(WorktreeName.of(RUN, WEB), conflict.marked());
    var agent = Agent.in(worktree);
    assertThat(agent.read("shared.txt")).contains("<<<<<<< ", "||||||| ", "=======", ">>>>>>> ");
    agent.write("shared.txt", "1\nboth\n3\n").write("gone.txt", "x\ny\n");

    var solved =
        (Work.Committed) handover().take(order(WEB, onto(conflict), widened(conflict)), worktree);
    var merged = merge(WEB, onto(conflict), solved.commit());

    assertThat(clone.commits().parents(solved.commit()))
        .containsExactly(onto(conflict), theirs(conflict));
    assertThat(solved.changes().inside()).containsExactly("gone.txt", "shared.txt", "web.txt");
    assertThat(merged.tree()).isEqualTo(solved.tree());
    assertThat(clone.trees().file(merged.tree(), "shared.txt"))
        .hasValue("1\nboth\n3\n".getBytes(UTF_8));
  }

  /// W-53: a conflict call left its markers.
  @Test
  void markers_that_are_left_are_seen_and_the_work_is_unresolved() {
    var conflict = conflict();
    var worktree = clone.worktrees().reset(WorktreeName.of(RUN, WEB), conflict.marked());
    Agent.in(worktree).write("web.txt", "more\n");

    var work = handover().take(order(WEB, onto(conflict), widened(conflict)), worktree);

    assertThat(work).isInstanceOf(Work.Unresolved.class);
    assertThat(((Work.Unresolved) work).paths()).containsExactly("shared.txt");
  }

  @Test
  void half_of_the_markers_are_markers_too() {
    var conflict = conflict();
    var worktree = clone.worktrees().reset(WorktreeName.of(RUN, WEB), conflict.marked());
    Agent.in(worktree).write("shared.txt", "1\nboth\n>>>>>>> %s\n3\n".formatted(theirs(conflict)));

    var work = handover().take(order(WEB, onto(conflict), widened(conflict)), worktree);

    assertThat(work).isInstanceOf(Work.Unresolved.class);
  }

  @Test
  void lines_that_look_like_markers_and_were_always_there_are_content() {
    var book = "how a conflict looks:\n<<<<<<< mine\n>>>>>>> theirs\n";
    var api = work(API, Map.of("shared.txt", book + "api\n"));
    var web = work(WEB, Map.of("shared.txt", book + "web\n"));
    var first = merge(API, base, api);
    var conflict =
        (Candidate.Conflicted) clone.lane().candidate(RUN, WEB, 1, first.commit(), web, NOON);
    var worktree = clone.worktrees().reset(WorktreeName.of(RUN, WEB), conflict.marked());
    Agent.in(worktree).write("shared.txt", book + "api and web\n");

    var work = handover().take(order(WEB, first.commit(), widened(conflict)), worktree);

    assertThat(work).isInstanceOf(Work.Committed.class);
  }

  @Test
  void a_file_named_after_a_side_has_to_be_resolved() {
    var api = work(API, Map.of("thing", "a file\n"));
    var web = work(WEB, Map.of("thing/inner", "in a folder\n"));
    var first = merge(API, base, api);
    var conflict =
        (Candidate.Conflicted) clone.lane().candidate(RUN, WEB, 1, first.commit(), web, NOON);
    var worktree = clone.worktrees().reset(WorktreeName.of(RUN, WEB), conflict.marked());

    var work = handover().take(order(WEB, first.commit(), widened(conflict)), worktree);

    assertThat(work).isInstanceOf(Work.Unresolved.class);
    assertThat(((Work.Unresolved) work).paths())
        .allSatisfy(path -> assertThat(path).startsWith("thing~"));
  }

  @Test
  void what_a_conflict_call_writes_elsewhere_is_a_stray() {
    var conflict = conflict();
    var worktree = clone.worktrees().reset(WorktreeName.of(RUN, WEB), conflict.marked());
    Agent.in(worktree).write("shared.txt", "1\nboth\n3\n").write("a.txt", "uninvited\n");

    var work = handover().take(order(WEB, onto(conflict), widened(conflict)), worktree);

    assertThat(work.changes().strays().paths()).containsExactly("a.txt");
    assertThat(clone.trees().file(work.tree(), "a.txt")).hasValue("a\n".getBytes(UTF_8));
  }

  @Test
  void a_projects_attributes_start_no_merge_driver() {
    var mark = folder.resolve("mark");
    clone.git().run("config", "merge.evil.driver", "touch '%s'".formatted(mark));
    var api = work(API, Map.of("shared.txt", "1\napi\n3\n", ".gitattributes", "* merge=evil\n"));
    var web = work(WEB, Map.of("shared.txt", "1\nweb\n3\n", ".gitattributes", "* merge=evil\n"));
    var first = merge(API, base, api);

    var candidate = clone.lane().candidate(RUN, WEB, 1, first.commit(), web, NOON);

    assertThat(candidate).isInstanceOf(Candidate.Conflicted.class);
    assertThat(mark).doesNotExist();
  }

  private Candidate.Conflicted conflict() {
    var api = work(API, Map.of("shared.txt", "1\napi\n3\n", "bin", "\0api"), "gone.txt");
    var web =
        work(
            WEB,
            Map.of(
                "shared.txt",
                "1\nweb\n3\n",
                "bin",
                "\0web",
                "gone.txt",
                "x\ny\n",
                "web.txt",
                "w\n"));
    var first = merge(API, base, api);
    return (Candidate.Conflicted) clone.lane().candidate(RUN, WEB, 1, first.commit(), web, NOON);
  }

  private CommitId onto(Candidate.Conflicted conflict) {
    return clone.commits().parents(conflict.marked()).getFirst();
  }

  private CommitId theirs(Candidate.Conflicted conflict) {
    return clone.commits().parents(conflict.marked()).getLast();
  }

  private static Owned widened(Candidate.Conflicted conflict) {
    return new Owned(List.of(new Glob("web.txt"), new Glob("thing/**")), conflict.paths());
  }

  private Candidate.Clean merge(GroupId group, CommitId onto, CommitId commit) {
    return (Candidate.Clean) clone.lane().candidate(RUN, group, 1, onto, commit, NOON);
  }

  /// A group's commit on the base: files written, files removed.
  private CommitId work(GroupId group, Map<String, String> files, String... gone) {
    var agent = Agent.in(clone.worktrees().reset(WorktreeName.of(RUN, group), base));
    files.forEach(agent::write);
    List.of(gone).forEach(path -> agent.shell("rm '%s'".formatted(path)));
    var worktree = clone.worktrees().open(WorktreeName.of(RUN, group), base);
    var at = NOON.plusSeconds(files.hashCode() & 0xffff);
    var order = new WorkOrder(LEASE, group, 1, base, owning("**"), "Work of " + group, at);
    return ((Work.Committed) handover().take(order, worktree)).commit();
  }

  private Handover handover() {
    return clone.handover(Walls.NONE, bench.contents);
  }
}
