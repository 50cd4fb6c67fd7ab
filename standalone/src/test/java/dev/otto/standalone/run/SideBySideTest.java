package dev.otto.standalone.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.otto.model.RunId;
import dev.otto.model.audit.Verdict;
import dev.otto.model.run.RunEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Runs get in nobody's way: not in each other's (W-27), and not in that of the user, whose
/// checkout stays as it is, whatever it is like and whatever the user does meanwhile (W-45, W-46).
@Tag("slow")
class SideBySideTest {
  @TempDir static Path folder;
  private static House house;

  @BeforeAll
  static void open() {
    house = new House(folder.resolve("home"));
  }

  @AfterAll
  static void close() {
    house.close();
  }

  @Test
  void two_runs_in_one_repository_and_one_in_another_all_pass() throws IOException {
    var one = Repository.of(folder.resolve("one"), Wish.resources().resolve("crash/base"));
    var other = Repository.of(folder.resolve("other"), Wish.resources().resolve("parts/base"));
    livedIn(one);
    livedIn(other);
    var before = List.of(Checkout.of(one.folder()), Checkout.of(other.folder()));

    var runs =
        List.of(
            house.ask(one, Wish.playing("crash")),
            house.ask(one, Wish.playing("parts").building("quick", "other")),
            house.ask(other, Wish.playing("parts").building("quick")));

    runs.forEach(SideBySideTest::passes);
    assertThat(List.of(Checkout.of(one.folder()), Checkout.of(other.folder()))).isEqualTo(before);
    assertThat(one.git("for-each-ref", "--format=%(refname)", "refs/heads").lines())
        .containsExactlyInAnyOrder(
            "refs/heads/main", "refs/heads/otto/" + runs.get(0), "refs/heads/otto/" + runs.get(1));
    assertThat(one.git("ls-tree", "-r", "--name-only", "otto/" + runs.get(1)).lines())
        .contains("parts/quick/done.txt", "parts/other/done.txt")
        .doesNotContain("parts/a/number.txt");
  }

  /// What people have: hooks, settings, a stash, work that is staged and work that is not.
  private static void livedIn(Repository repository) throws IOException {
    Files.writeString(
        repository.folder().resolve(".git/hooks/post-checkout"), "#!/bin/sh\nexit 1\n");
    assertThat(repository.folder().resolve(".git/hooks/post-checkout").toFile().setExecutable(true))
        .isTrue();
    repository.git("config", "core.hooksPath", ".git/hooks");
    repository.write("put-away.txt", "for later\n");
    repository.git("stash", "push", "-q", "--include-untracked");
    repository.write("README.md", "Changed by hand.\n");
    repository.write("staged.txt", "staged\n");
    repository.git("add", "staged.txt");
    repository.write("new.txt", "untracked\n");
  }

  @Test
  void uncommitted_files_stay_out_of_the_run_and_that_is_said() throws IOException {
    var repository = Repository.of(folder.resolve("dirty"), Wish.resources().resolve("parts/base"));
    livedIn(repository);

    var run = house.ask(repository, Wish.playing("parts").building("quick"));

    passes(run);
    assertThat(notes(run)).containsExactly("3 files are not part of this run");
    assertThat(repository.git("ls-tree", "-r", "--name-only", "otto/" + run).lines())
        .containsExactly(".gitignore", "README.md", "parts/quick/done.txt");
    assertThat(repository.git("show", "otto/%s:README.md".formatted(run))).isEqualTo("Parts");
  }

  @Test
  void a_repository_without_a_commit_gets_its_first_ones_on_the_branch_of_the_run() {
    var repository = Repository.empty(folder.resolve("unborn"));
    var before = Checkout.of(repository.folder());

    var run = house.ask(repository, Wish.playing("parts").building("quick"));

    passes(run);
    assertThat(Checkout.of(repository.folder())).isEqualTo(before);
    assertThat(notes(run))
        .containsExactly("the repository has no commit yet: the run starts from nothing");
    assertThat(repository.git("ls-tree", "-r", "--name-only", "otto/" + run).lines())
        .containsExactly("parts/quick/done.txt");
    assertThat(repository.git("symbolic-ref", "HEAD")).isEqualTo("refs/heads/main");
  }

  @Test
  void a_detached_head_is_where_the_run_starts() {
    var repository =
        Repository.of(folder.resolve("detached"), Wish.resources().resolve("parts/base"));
    repository.write("later.txt", "later\n");
    repository.git("add", "-A");
    repository.git("commit", "-q", "-m", "later");
    repository.git("checkout", "-q", "--detach", "HEAD~1");
    var before = Checkout.of(repository.folder());

    var run = house.ask(repository, Wish.playing("parts").building("quick"));

    passes(run);
    assertThat(Checkout.of(repository.folder())).isEqualTo(before);
    assertThat(repository.git("ls-tree", "-r", "--name-only", "otto/" + run).lines())
        .containsExactly(".gitignore", "README.md", "parts/quick/done.txt");
  }

  @Test
  void the_user_commits_stashes_switches_and_collects_garbage_meanwhile() {
    var repository = Repository.of(folder.resolve("busy"), Wish.resources().resolve("parts/base"));
    var parts = Parts.of("waiting").with("after", "waiting");

    var run = house.ask(repository, Wish.playing("parts").building(parts));
    house.begins(run, "waiting");
    repository.write("mine.txt", "mine\n");
    repository.git("add", "-A");
    repository.git("commit", "-q", "-m", "mine");
    repository.write("mine.txt", "half a thought\n");
    repository.git("stash", "push", "-q");
    repository.git("checkout", "-q", "-b", "elsewhere");
    repository.write("elsewhere.txt", "elsewhere\n");
    repository.git("add", "-A");
    repository.git("commit", "-q", "-m", "elsewhere");
    repository.git("commit", "-q", "--amend", "-m", "amended");
    repository.git("gc", "-q", "--prune=now");
    house.letsGo(run, "waiting");
    house.happens(run, "group.merged waiting");
    repository.git("checkout", "-q", "--detach", "main");
    repository.git("gc", "-q", "--prune=now");
    repository.git("checkout", "-q", "elsewhere");
    repository.write("mine.txt", "not committed\n");
    var before = Checkout.of(repository.folder());

    passes(run);
    assertThat(Checkout.of(repository.folder())).isEqualTo(before);
    assertThat(repository.git("log", "--format=%s", "elsewhere").lines())
        .containsExactly("amended", "mine", "base");
    assertThat(repository.git("stash", "show", "-p", "stash@{0}")).contains("+half a thought");
    assertThat(repository.git("ls-tree", "-r", "--name-only", "otto/" + run).lines())
        .contains("parts/waiting/done.txt", "parts/after/done.txt")
        .doesNotContain("mine.txt", "elsewhere.txt");
    assertThat(repository.git("fsck", "--strict", "--full")).doesNotContain("missing", "error");
  }

  private static void passes(RunId run) {
    assertThat(house.ends(run).ended().orElseThrow().verdict()).isEqualTo(Verdict.PASSED);
  }

  private static List<String> notes(RunId run) {
    return house.log(run).stream()
        .flatMap(row ->
            row.body() instanceof RunEvent.Opened(_, _, var notes, _)
                ? notes.stream()
                : java.util.stream.Stream.<String>empty())
        .toList();
  }
}
