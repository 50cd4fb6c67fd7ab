package dev.otto.activities.git;

import static dev.otto.activities.git.Bench.LEASE;
import static dev.otto.activities.git.Bench.RUN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.otto.model.Lease;
import dev.otto.model.RunId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuditClonesTest {
  @TempDir Path folder;
  private Bench bench;

  @BeforeEach
  void aHome() {
    bench = new Bench(folder.resolve("home"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"sha1", "sha256"})
  void an_audit_gets_the_commit_with_its_history_and_nothing_else(String format) {
    var user = User.withOneCommit(folder.resolve("shop"), "--object-format=" + format);
    user.write("run.sh", "#!/bin/sh\n").shell("chmod +x run.sh; ln -s a.txt link");
    user.commit("Second");
    var clone = bench.clone(user);
    var base = clone.bases().take(LEASE, bench.look(user));
    var other = new Lease(new RunId("2026-11-21-100000-ffffff"), 1);
    clone.refs().raise(other);
    user.write("later", "x").commit("Later");
    var later = clone.bases().take(other, bench.look(user));

    clone.auditClones().make(folder.resolve("audit"), base.commit());

    var audit = User.in(folder.resolve("audit"));
    assertThat(audit.git("rev-parse", "HEAD")).isEqualTo(base.commit().hex());
    assertThat(audit.git("status", "--porcelain")).isEmpty();
    assertThat(audit.git("log", "--format=%s")).isEqualTo("Second\nBegin");
    assertThat(audit.git("remote")).isEmpty();
    assertThat(audit.git("for-each-ref", "--format=%(refname)")).isEqualTo("refs/heads/audit");
    assertThat(audit.tries("cat-file", "-e", later.commit().hex())).isNotZero();
    assertThat(Files.isExecutable(audit.folder().resolve("run.sh"))).isTrue();
    assertThat(Files.isSymbolicLink(audit.folder().resolve("link"))).isTrue();
  }

  /// Whoever audits may write in its folder; it must not be Otto's own objects that it writes to.
  @Test
  void it_shares_no_file_with_ottos_clone() throws IOException {
    var user = User.withOneCommit(folder.resolve("shop"));
    var clone = bench.clone(user);
    var base = clone.bases().take(LEASE, bench.look(user));

    clone.auditClones().make(folder.resolve("audit"), base.commit());

    try (var files = Files.walk(folder.resolve("audit"))) {
      for (var file : files.filter(Files::isRegularFile).collect(Collectors.toSet())) {
        assertThat(Files.getAttribute(file, "unix:nlink")).isEqualTo(1);
      }
    }
    assertThat(folder.resolve("audit/.git/objects/info/alternates")).doesNotExist();
  }

  @Test
  void a_folder_that_is_there_is_replaced() {
    var user = User.withOneCommit(folder.resolve("shop"));
    var clone = bench.clone(user);
    var base = clone.bases().take(LEASE, bench.look(user));
    User.in(folder.resolve("audit")).write("rest", "of a killed one");

    clone.auditClones().make(folder.resolve("audit"), base.commit());

    assertThat(folder.resolve("audit/rest")).doesNotExist();
    assertThat(folder.resolve("audit/a.txt")).hasContent("a\n");
  }

  @Test
  void the_base_is_exported_without_a_repository() {
    var user = User.withOneCommit(folder.resolve("shop"));
    user.write(".gitattributes", "secret export-ignore\n")
        .write("secret", "s")
        .commit("Attributes");
    var clone = bench.clone(user);
    var base = clone.bases().take(LEASE, bench.look(user));

    clone.auditClones().export(folder.resolve("base"), base.tree());

    assertThat(folder.resolve("base/secret")).hasContent("s");
    assertThat(folder.resolve("base/src/b.txt")).hasContent("b\n");
    assertThat(folder.resolve("base/.git")).doesNotExist();
  }

  @Test
  void a_shallow_project_can_be_audited() {
    var whole = User.withOneCommit(folder.resolve("whole"));
    whole.write("a.txt", "2").commit("Second");
    whole.git(
        "clone", "-q", "--depth=1", "file://" + whole.folder(), folder.resolve("cut").toString());
    var user = User.in(folder.resolve("cut"));
    var clone = bench.clone(user);
    var base = clone.bases().take(LEASE, bench.look(user));

    clone.auditClones().make(folder.resolve("audit"), base.commit());

    assertThat(User.in(folder.resolve("audit")).git("log", "--format=%s")).isEqualTo("Second");
    assertThat(clone.bases().of(RUN)).contains(base);
  }
}
