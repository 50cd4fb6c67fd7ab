package dev.otto.activities.git;

import static dev.otto.activities.git.Bench.LEASE;
import static dev.otto.activities.git.Bench.RUN;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class BigCloneTest {
  @TempDir Path folder;

  @Test
  void a_big_repository_is_linked_and_nothing_of_the_users_refs_stays() throws IOException {
    var user = User.withOneCommit(folder.resolve("shop"));
    var noise = new byte[70 << 20];
    new Random(7).nextBytes(noise);
    Files.write(user.folder().resolve("noise.bin"), noise);
    user.commit("Much");
    user.git("branch", "feature");
    user.git("tag", "v1");
    user.git("repack", "-q", "-a", "-d");
    var bench = new Bench(folder.resolve("home"));
    var before = Fingerprint.of(user.folder());

    var clone = bench.clone(user);
    var base = clone.bases().take(LEASE, bench.look(user));

    assertThat(base.commit().hex()).isEqualTo(user.git("rev-parse", "HEAD"));
    assertThat(clone.refs().below("refs/"))
        .extracting(Refs.Standing::ref)
        .containsExactlyInAnyOrder(Ref.base(RUN), Ref.epoch(RUN));
    assertThat(clone.git().run("config", "--list", "--local").text()).doesNotContain("remote.");
    assertThat(inodes(bench.project.repository()))
        .containsAll(inodes(user.folder().resolve(".git")));
    assertThat(Fingerprint.of(user.folder()).since(before)).isEmpty();
  }

  private static java.util.List<Object> inodes(Path repository) throws IOException {
    try (var files = Files.list(repository.resolve("objects/pack"))) {
      return files
          .filter(file -> file.toString().endsWith(".pack"))
          .map(file -> {
            try {
              return Files.getAttribute(file, "unix:ino");
            } catch (IOException trouble) {
              throw new java.io.UncheckedIOException(trouble);
            }
          })
          .toList();
    }
  }
}
