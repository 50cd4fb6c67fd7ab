package dev.otto.activities.git;

import static org.assertj.core.api.Assertions.assertThat;

import dev.otto.activities.process.Program;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The user's checkout is the user's, before, during and after a run.
@Tag("slow")
class MeanwhileTest {
  @TempDir Path folder;

  @Test
  void a_run_leaves_the_checkout_as_it_was_but_for_its_refs() {
    var user = Story.setting(folder.resolve("Läden/my shop"));
    user.commit("Shared");
    user.write("dirty.txt", "mine").write("a.txt", "changed").git("add", "a.txt");
    user.write(
        ".git/hooks/post-checkout", "#!/bin/sh\ntouch '%s'\n".formatted(folder.resolve("ran")));
    user.shell("chmod +x .git/hooks/*");
    var before = Fingerprint.of(user.folder());

    new Story(new Bench(folder.resolve("home")), user, folder).told();

    assertThat(Fingerprint.of(user.folder()).since(before).keySet())
        .allSatisfy(path -> assertThat(path).matches("/\\.git/refs(/.*)?"));
    assertThat(user.git("for-each-ref", "--format=%(refname)").lines())
        .containsExactly(
            "refs/heads/main", "refs/heads/otto/" + Bench.RUN, "refs/otto/proof/" + Bench.RUN);
    assertThat(folder.resolve("ran")).doesNotExist();
  }

  /// Commit, stash, switch, amend and collect garbage, between any two commands of Otto's git.
  @Test
  void the_user_may_do_anything_meanwhile() {
    var user = Story.setting(folder.resolve("shop"));
    user.commit("Shared");
    var busy =
        List.of(
            "git commit -q --allow-empty -m 'Mine'",
            "echo x >> a.txt; git stash -q",
            "git checkout -q -B elsewhere",
            "git gc --quiet --prune=now",
            "echo y > mine.txt; git add -A; git commit -qm 'More'",
            "git checkout -q main",
            "git stash pop -q 2>/dev/null || true; git checkout -q a.txt",
            "git commit -q --allow-empty --amend -m 'Amended'",
            "git reflog expire --expire=now --all; git gc --quiet --prune=now",
            "git branch -D elsewhere -q",
            "git tag -f v1 2>/dev/null",
            "git pack-refs --all");
    var count = new AtomicInteger();
    var bench =
        new Bench(
            folder.resolve("home"),
            Fence.OPEN,
            program -> {
              var ended = Bench.run(program);
              var number = count.getAndIncrement();
              if (number > 40 && number % 3 == 0) {
                user.shell(busy.get(number / 3 % busy.size()));
              }
              return ended;
            });

    var published = new Story(bench, user, folder).told();

    assertThat(user.git("rev-parse", "otto/" + Bench.RUN)).isEqualTo(published.hex());
    assertThat(user.git("show", "otto/%s:shared.txt".formatted(Bench.RUN)))
        .isEqualTo("1\napi and web\n3");
    user.git("fsck", "--strict", "--full");
    assertThat(bench.clone(user).git().ask("fsck", "--full").ok()).isTrue();
    assertThat(count.get()).isGreaterThan(100);
  }

  /// The programs that Otto runs get exactly what Otto gives them.
  @Test
  void every_git_of_otto_starts_with_an_environment_of_its_own() {
    var user = Story.setting(folder.resolve("shop"));
    user.commit("Shared");
    var seen = new java.util.concurrent.ConcurrentLinkedQueue<Program>();
    var bench =
        new Bench(
            folder.resolve("home"),
            Fence.OPEN,
            program -> {
              seen.add(program);
              return Bench.run(program);
            });

    new Story(bench, user, folder).told();

    assertThat(seen)
        .allSatisfy(program -> {
          assertThat(program.environment())
              .containsEntry("PATH", "/usr/bin:/bin")
              .containsEntry("HOME", "/nonexistent")
              .containsEntry("GIT_ALLOW_PROTOCOL", "file")
              .containsEntry("GIT_CONFIG_NOSYSTEM", "1");
          assertThat(program.words()).contains("core.hooksPath=/dev/null", "core.fsmonitor=false");
          assertThat(program.words()).doesNotContain("add", "commit", "checkout", "stash");
        });
  }
}
