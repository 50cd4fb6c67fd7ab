package dev.otto.activities.git;

import static dev.otto.activities.git.Bench.API;
import static dev.otto.activities.git.Bench.LEASE;
import static dev.otto.activities.git.Bench.NOON;
import static dev.otto.activities.git.Bench.RUN;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.otto.model.CommitId;
import dev.otto.model.GroupId;
import dev.otto.model.Lease;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SalvageTest {
  @TempDir Path folder;
  private Clone clone;
  private Worktree worktree;
  private User agent;

  @BeforeEach
  void aWorktree() {
    var user = User.withOneCommit(folder.resolve("shop"));
    user.write(".gitignore", "*.log\n").commit("Ignore");
    var bench = new Bench(folder.resolve("home"));
    clone = bench.clone(user);
    var base = clone.bases().take(LEASE, bench.look(user)).commit();
    worktree = clone.worktrees().open(WorktreeName.of(RUN, API), base);
    agent = Agent.in(worktree);
  }

  /// W-52: artefacts were lost when the worktree was cleaned.
  @Test
  void work_survives_its_worktree() {
    agent.write("a.txt", "half done\n").write("untracked/x", "x").write("noise.log", "n");

    var salvaged = keep().orElseThrow();
    clone.worktrees().remove(worktree.name());

    var tree = clone.tree(salvaged.commit());
    assertThat(clone.trees().changed(worktree.tree(), tree))
        .containsExactly("a.txt", "untracked/x");
    assertThat(clone.trees().file(tree, "a.txt")).hasValue("half done\n".getBytes(UTF_8));
    assertThat(clone.commits().parents(salvaged.commit())).containsExactly(worktree.from());
    assertThat(clone.refs().commit(Ref.salvage(RUN, API, 1))).contains(salvaged.commit());
  }

  @Test
  void nothing_done_is_nothing_to_salvage() {
    agent.write("noise.log", "n");

    assertThat(keep()).isEmpty();
    assertThat(clone.salvage(Walls.NONE).list(RUN)).isEmpty();
  }

  @Test
  void each_content_is_kept_once_and_all_are_listed() {
    agent.write("a.txt", "one\n");
    var one = keep().orElseThrow();
    agent.write("a.txt", "two\n");
    var two = keep().orElseThrow();
    agent.write("a.txt", "one\n");

    assertThat(keep()).contains(one);
    assertThat(clone.salvage(Walls.NONE).list(RUN)).containsExactly(one, two);
    assertThat(List.of(one.number(), two.number())).containsExactly(1, 2);
    assertThat(one.at()).isEqualTo(NOON);
  }

  @Test
  void groups_are_kept_apart_and_numbers_count_beyond_nine() {
    for (var number = 1; number <= 11; number++) {
      agent.write("a.txt", number + "\n");
      keep();
    }
    var web = new GroupId("web");
    clone.salvage(Walls.NONE).keep(LEASE, web, worktree, NOON);

    assertThat(clone.salvage(Walls.NONE).list(RUN))
        .extracting(one -> one.group() + " " + one.number())
        .endsWith("api 9", "api 10", "api 11", "web 1");
  }

  @Test
  void a_nested_repository_and_its_history_are_kept_aside() {
    agent.write("nested/x", "x");
    agent.shell(
        "cd nested; git init -q; git add -A; git -c user.name=a -c user.email=a@b commit -qm x");
    var commit = new CommitId(agent.git("-C", "nested", "rev-parse", "HEAD"));

    keep();
    clone.worktrees().remove(worktree.name());

    var aside = clone.home().aside(worktree.name()).resolve("1/nested");
    assertThat(User.in(aside).git("rev-parse", "HEAD")).isEqualTo(commit.hex());
  }

  @Test
  void who_was_superseded_salvages_nothing() {
    agent.write("a.txt", "late\n");
    clone.refs().raise(new Lease(RUN, 2));

    assertThatThrownBy(this::keep).isInstanceOf(Superseded.class);
  }

  private Optional<Salvaged> keep() {
    return clone.salvage(Walls.NONE).keep(LEASE, API, worktree, NOON);
  }
}
