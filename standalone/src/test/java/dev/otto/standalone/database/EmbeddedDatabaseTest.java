package dev.otto.standalone.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.otto.model.Refusal.Refused;
import dev.otto.standalone.home.Home;
import dev.otto.standalone.home.Secret;
import dev.otto.standalone.process.Children;
import dev.otto.standalone.process.OtherJvm;
import dev.otto.standalone.process.OtherProcess;
import dev.otto.standalone.process.ProgramStarter;
import dev.otto.standalone.process.ProgramStarters;
import dev.otto.standalone.process.Residents;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The database of a home, real, through every kind of death. Guards W-07 and W-08.
class EmbeddedDatabaseTest {
  private final ProgramStarter starter = ProgramStarters.here();
  @TempDir static Path shared;
  @TempDir Path folder;
  private Home home = new Home(shared.resolve("a home")).prepared();

  private void inANewHome() {
    home = new Home(folder.resolve("a new home")).prepared();
  }

  @AfterEach
  void nothing_is_left_behind() {
    assertThat(residents().endedWithin(Duration.ofSeconds(5))).isTrue();
  }

  @Test
  void a_first_start_makes_a_durable_database_behind_a_password() throws Exception {
    inANewHome();
    try (var database = open()) {
      var notes = notes(database.access());
      notes.write("first");

      assertThat(notes.all()).containsExactly("first");
      assertThat(notes.setting("fsync")).isEqualTo("on");
      assertThat(notes.setting("synchronous_commit")).isEqualTo("on");
      assertThat(notes.setting("full_page_writes")).isEqualTo("on");
      assertThat(notes.setting("listen_addresses")).isEqualTo("127.0.0.1");
      assertThat(notes.setting("unix_socket_directories")).isEmpty();
      assertThat(database.version()).startsWith("18.");
      assertThat(permissions("password")).isEqualTo("rw-------");
      assertThat(permissions("cluster")).isEqualTo("rwx------");
    }

    assertThat(residents().living()).isEmpty();
  }

  @Test
  void a_wrong_password_is_refused_and_so_is_none() {
    try (var database = open()) {
      var access = database.access();

      for (var user : new String[] {"otto", "postgres", "root"}) {
        var stranger = new DatabaseAccess(access.url(), user, new Secret("guess"));
        assertThatThrownBy(stranger::askVersion)
            .isInstanceOf(SQLException.class)
            .hasMessageContaining("password authentication failed");
      }
      assertThatThrownBy(() -> DriverManager.getConnection(access.url(), "otto", ""))
          .isInstanceOf(SQLException.class);
      assertThat(home.database().resolve("cluster/pg_hba.conf"))
          .content()
          .containsPattern("(?m)^host .*scram-sha-256$")
          .doesNotContainPattern("(?m)^[^#]*trust$");
    }
  }

  @Test
  void a_warm_start_finds_everything_on_the_same_port() throws Exception {
    DatabaseAccess first;
    try (var database = open()) {
      first = database.access();
      notes(first).write("kept");
    }

    try (var database = open()) {
      assertThat(database.access()).isEqualTo(first);
      assertThat(new Notes(database.access()).all()).containsExactly("kept");
    }
  }

  @Test
  void a_second_otto_on_the_same_home_is_refused() {
    try (var _ = open()) {
      assertThatThrownBy(this::open)
          .isInstanceOf(Refused.class)
          .hasMessageContaining("in use by another server");
    }
  }

  @Test
  void a_port_taken_by_someone_else_is_left_to_them() throws Exception {
    int port;
    try (var database = open()) {
      port = database.port();
      notes(database.access()).write("kept");
    }

    try (var _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
        var database = open()) {
      assertThat(database.port()).isNotEqualTo(port);
      assertThat(new Notes(database.access()).all()).containsExactly("kept");
    }
  }

  @Test
  @Tag("crash")
  void killed_alone_it_is_back_within_seconds_on_the_same_port() throws Exception {
    try (var database = open()) {
      var notes = notes(database.access());
      notes.write("before");
      var former = server();

      former.kill();

      await()
          .atMost(Duration.ofSeconds(5))
          .until(() -> answers(database) && !server().equals(former));
      assertThat(notes.all()).containsExactly("before");
      notes.write("after");
      assertThat(notes.all()).containsExactly("before", "after");
    }

    assertThat(residents().living()).isEmpty();
  }

  @Test
  @Tag("crash")
  void a_killed_otto_leaves_it_running_and_the_next_one_takes_it_over_W_07() throws Exception {
    var first = OtherJvm.running(DatabaseHolder.class, home.folder());
    var left = server();
    notes(access(first)).write("before");
    first.kill();
    assertThat(left.alive()).isTrue();

    try (var database = open()) {
      assertThat(server()).isEqualTo(left);
      assertThat(database.access()).isEqualTo(access(first));
      assertThat(new Notes(database.access()).all()).containsExactly("before");
    }

    assertThat(residents().living()).isEmpty();
  }

  @Test
  @Tag("crash")
  void killed_together_with_otto_it_starts_again_at_once_though_its_note_is_left_W_08()
      throws Exception {
    var first = OtherJvm.running(DatabaseHolder.class, home.folder());
    notes(access(first)).write("before");
    var left = server();
    Children.signal("STOP", first.mark().pid());
    left.kill();
    first.kill();

    var start = System.nanoTime();
    try (var database = open()) {
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
      assertThat(server()).isNotEqualTo(left);
      assertThat(new Notes(database.access()).all()).containsExactly("before");
    }
  }

  @Test
  @Tag("crash")
  void a_note_that_names_a_foreign_process_stops_nobody_W_08() throws Exception {
    try (var database = open()) {
      notes(database.access()).write("kept");
    }
    Files.writeString(
        PostmasterFile.in(cluster().folder()),
        ProcessHandle.current().pid() + "\n" + cluster().folder() + "\n");

    try (var database = open()) {
      assertThat(new Notes(database.access()).all()).containsExactly("kept");
    }
  }

  @Test
  @Tag("crash")
  void a_first_start_that_was_killed_half_way_is_begun_again() throws Exception {
    inANewHome();
    var draft = home.database().resolve("cluster.new");
    try (var first = OtherJvm.starting(DatabaseHolder.class, home.folder())) {
      await().pollInterval(Duration.ofMillis(5)).until(() -> Files.exists(draft.resolve("base")));
      first.kill();
    }
    assertThat(draft).exists();

    try (var database = open()) {
      notes(database.access()).write("works");
      assertThat(draft).doesNotExist();
    }
  }

  @Test
  void a_database_that_cannot_start_says_why_in_one_sentence() throws Exception {
    open().close();
    var version = cluster().folder().resolve("PG_VERSION");
    Files.writeString(version, "12\n");

    try {
      assertThatThrownBy(this::open)
          .isInstanceOf(Refused.class)
          .hasMessageContaining("PostgreSQL did not start")
          .hasMessageContaining("incompatible");
      assertThat(residents().living()).isEmpty();
    } finally {
      Files.writeString(version, "18\n");
    }
  }

  @Test
  void a_database_elsewhere_is_used_as_it_is_and_never_fallen_through() throws Exception {
    try (var database = open()) {
      try (var external =
          Database.open(new DatabaseChoice.External(database.access()), home, starter)) {
        assertThat(external.access()).isEqualTo(database.access());
        assertThat(external.version()).isEqualTo(database.version());
      }
      assertThat(answers(database)).isTrue();

      var wrong = new DatabaseAccess(database.access().url(), "otto", new Secret("guess"));
      assertThatThrownBy(() -> Database.open(new DatabaseChoice.External(wrong), home, starter))
          .isInstanceOf(Refused.class)
          .hasMessageContaining("does not let us in");
    }
  }

  private EmbeddedDatabase open() {
    return (EmbeddedDatabase) Database.open(new DatabaseChoice.Embedded(), home, starter);
  }

  /// Empty notes.
  private static Notes notes(DatabaseAccess access) throws SQLException {
    var notes = new Notes(access);
    notes.forget();
    return notes;
  }

  private DatabaseAccess access(OtherJvm other) {
    return new DatabaseAccess(
        other.words(), "otto", Secret.in(home.database().resolve("password")));
  }

  private static boolean answers(Database database) {
    try {
      return database.access().askVersion().equals(database.version());
    } catch (SQLException silent) {
      return false;
    }
  }

  private OtherProcess server() {
    return cluster().server().orElseThrow();
  }

  private Cluster cluster() {
    return Cluster.below(home.database());
  }

  private Residents residents() {
    return new Residents(cluster().folder());
  }

  private String permissions(String name) throws IOException {
    return PosixFilePermissions.toString(
        Files.getPosixFilePermissions(home.database().resolve(name)));
  }
}
