package dev.otto.standalone.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import dev.otto.model.Refusal.Refused;
import dev.otto.standalone.home.Home;
import dev.otto.standalone.home.KeptPort;
import dev.otto.standalone.process.Children;
import dev.otto.standalone.process.LogFile;
import dev.otto.standalone.process.OtherJvm;
import dev.otto.standalone.process.OtherProcess;
import dev.otto.standalone.process.Outage;
import dev.otto.standalone.process.ProgramStarter;
import dev.otto.standalone.process.ProgramStarters;
import dev.otto.standalone.process.Residents;
import dev.otto.standalone.process.SearchPath;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The real Temporal of a home through every kind of death. Guards W-07, W-08 and S-9.
@Tag("dev-server")
class DevServerEngineTest {
  private static final Duration SOON = Duration.ofSeconds(5);
  private static final Duration LONG = Duration.ofSeconds(60);

  private final ProgramStarter starter = ProgramStarters.here();
  @TempDir Path folder;
  private Path temporal;
  private Home home;

  @BeforeEach
  void prepare() {
    temporal = TestTools.temporal();
    home = new Home(folder.resolve("a home")).prepared();
  }

  @AfterEach
  void nothing_is_left_behind() {
    if (home != null) {
      assertThat(Residents.of(home.engine()).endedWithin(SOON)).isTrue();
    }
  }

  @Test
  void it_carries_workflows_and_has_a_page_and_keeps_what_has_ended_for_a_month() throws Exception {
    try (var engine = open();
        var relay = new Relay(engine);
        var frontend = new Frontend(engine.reach())) {
      assertThat(Relay.steps(relay.start("first", 2))).isEqualTo(2);
      assertThat(engine.kind()).isEqualTo(EngineKind.DEV_SERVER);
      assertThat(ServerVersion.in(engine.version()))
          .hasValueSatisfying(v -> assertThat(v.fixed()).isTrue());
      assertThat(frontend.version().map(ServerVersion::toString)).contains(engine.version());
      assertThat(frontend.keepsClosedFor()).isEqualTo(Duration.ofDays(30));
      assertThat(status(engine)).isEqualTo(200);
    }

    assertThat(residents().living()).isEmpty();
    assertThat(EngineFile.in(home).read()).isEmpty();
  }

  @Test
  void a_warm_start_remembers_and_answers_on_the_same_ports() {
    EngineReach.Address first;
    try (var engine = open();
        var relay = new Relay(engine)) {
      first = engine.reach();
      Relay.steps(relay.start("kept", 1));
    }

    try (var engine = open();
        var relay = new Relay(engine)) {
      assertThat(engine.reach()).isEqualTo(first);
      assertThat(Relay.steps(relay.started("kept"))).isEqualTo(1);
    }
  }

  @Test
  @Tag("crash")
  void killed_alone_it_is_back_within_seconds_and_a_running_workflow_goes_on() {
    try (var engine = open();
        var relay = new Relay(engine)) {
      var running = relay.start("running", 12);
      var former = server();

      former.kill();

      await()
          .atMost(SOON)
          .until(() ->
              EngineFile.in(home).read().filter(note -> note.pid() != former.pid()).isPresent());
      assertThat(Relay.steps(running)).isEqualTo(12);
    }
  }

  @Test
  @Tag("crash")
  void it_does_not_outlive_a_killed_otto_W_07() {
    assumeThat(starter.works("setpriv", "--pdeathsig", "KILL")).isTrue();
    var otto = OtherJvm.running(EngineHolder.class, home.folder(), temporal.toString(), "with-us");
    var server = server();

    otto.kill();

    assertThat(server.goneWithin(SOON)).isTrue();
    try (var engine = open()) {
      assertThat(engine.reach().port()).isPositive();
    }
  }

  @Test
  @Tag("crash")
  void killed_together_with_otto_it_starts_again_with_all_it_knew_W_08() {
    var otto = OtherJvm.running(EngineHolder.class, home.folder(), temporal.toString(), "with-us");
    var address =
        EngineFile.in(home).read().map(note -> new EngineReach.Address("127.0.0.1", note.port()));
    var server = server();
    try (var relay = new Relay(address.orElseThrow())) {
      Relay.steps(relay.start("kept", 1));
    }
    Children.signal("STOP", otto.mark().pid());
    server.kill();
    otto.kill();

    try (var engine = open();
        var relay = new Relay(engine)) {
      assertThat(engine.reach()).isEqualTo(address.orElseThrow());
      assertThat(Relay.steps(relay.started("kept"))).isEqualTo(1);
    }
  }

  @Test
  @Tag("crash")
  void where_it_does_outlive_a_killed_otto_the_next_one_takes_it_over_W_07() {
    var otto =
        OtherJvm.running(EngineHolder.class, home.folder(), temporal.toString(), "orphaning");
    var left = server();
    otto.kill();
    assertThat(left.alive()).isTrue();

    try (var engine = open();
        var relay = new Relay(engine)) {
      assertThat(server()).isEqualTo(left);
      assertThat(Relay.steps(relay.start("adopted", 1))).isEqualTo(1);
    }

    assertThat(left.alive()).isFalse();
  }

  @Test
  @Tag("crash")
  void one_that_was_started_otherwise_is_ended_and_replaced_W_08() throws IOException {
    var otto =
        OtherJvm.running(EngineHolder.class, home.folder(), temporal.toString(), "orphaning");
    var left = server();
    otto.kill();
    Files.delete(home.engine().resolve("ui-port"));

    try (var _ = open()) {
      assertThat(left.alive()).isFalse();
      assertThat(server()).isNotEqualTo(left);
    }
  }

  @Test
  @Tag("crash")
  void one_of_which_no_note_is_left_is_ended_and_replaced_W_08() {
    var otto =
        OtherJvm.running(EngineHolder.class, home.folder(), temporal.toString(), "orphaning");
    var left = server();
    otto.kill();
    EngineFile.in(home).delete();

    try (var _ = open()) {
      assertThat(left.alive()).isFalse();
    }
  }

  @Test
  @Tag("crash")
  void a_database_that_cannot_be_used_is_put_aside() throws IOException {
    for (var broken :
        new String[] {"", "no database at all, but longer than a header ".repeat(4)}) {
      Files.writeString(database(), broken);

      try (var engine = open();
          var relay = new Relay(engine)) {
        assertThat(Relay.steps(relay.start("fresh", 1))).isEqualTo(1);
      }
      assertThat(putAside()).hasContent(broken);
      Files.delete(putAside());
      Files.delete(database());
    }
  }

  @Test
  @Tag("crash")
  void a_database_that_was_cut_short_is_put_aside() throws IOException {
    open().close();
    for (var beside : new String[] {"temporal.db-wal", "temporal.db-shm"}) {
      Files.deleteIfExists(home.engine().resolve(beside));
    }
    try (var file = new RandomAccessFile(database().toFile(), "rw")) {
      file.setLength(file.length() / 2);
    }

    try (var engine = open();
        var relay = new Relay(engine)) {
      assertThat(Relay.steps(relay.start("fresh", 1))).isEqualTo(1);
    }
    assertThat(putAside()).isNotEmptyFile();
  }

  @Test
  @Tag("crash")
  void a_database_whose_first_start_was_cut_short_is_put_aside() throws IOException {
    open().close();
    Files.delete(home.engine().resolve("cluster-id"));

    open().close();

    assertThat(putAside()).isNotEmptyFile();
  }

  @Test
  @Tag("crash")
  void a_database_of_another_home_is_put_aside() throws IOException {
    var other = new Home(folder.resolve("other")).prepared();
    new Engines(other, starter, SearchPath.current())
        .open(new EngineChoice.DevServer(Optional.of(temporal)))
        .close();
    open().close();
    for (var suffix : List.of("", "-wal", "-shm")) {
      var name = "temporal.db" + suffix;
      Files.deleteIfExists(home.engine().resolve(name));
      if (Files.exists(other.engine().resolve(name))) {
        Files.copy(other.engine().resolve(name), home.engine().resolve(name));
      }
    }
    var foreign = new EngineStore(other.engine()).clusterId();

    try (var engine = open();
        var relay = new Relay(engine)) {
      assertThat(Relay.steps(relay.start("fresh", 1))).isEqualTo(1);
      assertThat(new EngineStore(home.engine()).clusterId()).isNotEqualTo(foreign);
    }
    assertThat(putAside()).isNotEmptyFile();
  }

  @Test
  @Tag("crash")
  void a_database_of_another_program_is_put_aside() throws IOException {
    open().close();
    for (var suffix : List.of("-wal", "-shm")) {
      Files.deleteIfExists(home.engine().resolve("temporal.db" + suffix));
    }
    Files.write(database(), emptySqliteDatabase());

    try (var engine = open();
        var relay = new Relay(engine)) {
      assertThat(Relay.steps(relay.start("fresh", 1))).isEqualTo(1);
    }
    assertThat(putAside()).isNotEmptyFile();
  }

  @Test
  @Tag("crash")
  void a_database_that_an_older_release_made_is_put_aside_for_no_server_brings_it_up_to_date()
      throws IOException {
    open().close();
    Files.writeString(home.engine().resolve("served-by"), "1.29.6\n");

    open().close();

    assertThat(putAside()).isNotEmptyFile();
    assertThat(home.engine().resolve("served-by")).content().startsWith("1.31.");
  }

  @Test
  @Tag("crash")
  void while_it_cannot_be_brought_back_that_is_said_and_why_and_then_it_is_back()
      throws IOException {
    var program = wrapped("exec '%s' \"$@\"");
    try (var engine = engines().open(new EngineChoice.DevServer(Optional.of(program)));
        var relay = new Relay(engine)) {
      assertThat(engine.outage()).isEmpty();
      var running = relay.start("running", 12);
      wrapped("echo 'it has a cold'; exit 7");
      server().kill();

      await().atMost(LONG).until(() -> engine.outage().flatMap(Outage::why).isPresent());
      assertThat(engine.outage().flatMap(Outage::why).orElseThrow()).contains("it has a cold");
      wrapped("exec '%s' \"$@\"");

      await().atMost(LONG).until(() -> engine.outage().isEmpty());
      assertThat(Relay.steps(running)).isEqualTo(12);
    }
  }

  @Test
  @Tag("crash")
  void when_it_comes_back_without_its_memory_the_recovery_is_called() throws IOException {
    var recoveries = new AtomicInteger();
    try (var engine = open()) {
      engine.whenReset(recoveries::incrementAndGet);
      Files.write(home.engine().resolve("temporal.db"), new byte[10_000]);
      server().kill();

      await().atMost(Duration.ofSeconds(10)).until(() -> recoveries.get() == 1);
      try (var relay = new Relay(engine)) {
        assertThat(Relay.steps(relay.start("fresh", 1))).isEqualTo(1);
      }
    }
  }

  @Test
  void ports_taken_by_others_are_left_to_them() throws IOException {
    int port;
    try (var engine = open()) {
      port = engine.reach().port();
    }

    try (var _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
        var engine = open()) {
      assertThat(engine.reach().port()).isNotEqualTo(port);
    }
  }

  @Test
  void answers_of_another_server_are_not_taken_for_its_own() {
    try (var other = open()) {
      var second = new Home(folder.resolve("second")).prepared();
      var command =
          new DevServerCommand(
              new TemporalProgram(temporal, new ServerVersion(1, 31, 2)),
              second.engine().resolve("temporal.db"),
              other.reach().port(),
              new KeptPort(second.engine().resolve("ui-port")).number());
      var start =
          new DevServerStart(
              starter,
              command,
              new EngineStore(second.engine()),
              new LogFile(second.logs().resolve("engine.log")));

      assertThatThrownBy(() -> start.begin(() -> false))
          .isInstanceOf(Refused.class)
          .hasMessageContaining("address already in use");
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
  void a_server_elsewhere_is_used_as_it_is() {
    try (var engine = open()) {
      var choice = new EngineChoice.External("127.0.0.1", engine.reach().port());
      try (var external = engines().open(choice);
          var relay = new Relay(external)) {
        assertThat(external.kind()).isEqualTo(EngineKind.EXTERNAL);
        assertThat(external.version()).isEqualTo(engine.version());
        assertThat(Relay.steps(relay.start("external", 1))).isEqualTo(1);
      }
      assertThat(server().alive()).isTrue();
    }
  }

  /// A program that says what `temporal` says of itself, and does this when it is started.
  private Path wrapped(String does) throws IOException {
    var draft = folder.resolve("temporal.new");
    Files.writeString(
        draft,
        """
        #!/bin/sh
        [ "$1" = --version ] && exec '%s' --version
        %s
        """
            .formatted(temporal, does.formatted(temporal)));
    assertThat(draft.toFile().setExecutable(true)).isTrue();
    return Files.move(draft, folder.resolve("temporal"), StandardCopyOption.REPLACE_EXISTING);
  }

  /// One page without a table.
  private static byte[] emptySqliteDatabase() {
    var page = ByteBuffer.allocate(4096);
    page.put("SQLite format 3\0".getBytes(StandardCharsets.US_ASCII));
    page.putShort((short) 4096).put((byte) 1).put((byte) 1).put((byte) 0);
    page.put((byte) 64).put((byte) 32).put((byte) 32).putInt(1).putInt(1);
    page.putInt(44, 4).putInt(56, 1).putInt(92, 1).putInt(96, 3_040_000);
    page.put(100, (byte) 13).putShort(105, (short) 4096);
    return page.array();
  }

  private DevServerEngine open() {
    return (DevServerEngine) engines().open(new EngineChoice.DevServer(Optional.of(temporal)));
  }

  private Engines engines() {
    return new Engines(home, starter, SearchPath.current());
  }

  private OtherProcess server() {
    return EngineFile.in(home).read().map(EngineFile::process).orElseThrow();
  }

  private Residents residents() {
    return Residents.of(home.engine());
  }

  private Path database() {
    return new EngineStore(home.engine()).file();
  }

  private Path putAside() throws IOException {
    try (var files = Files.list(home.engine())) {
      return files
          .filter(file -> file.getFileName().toString().matches("temporal.db.broken-[0-9-]+"))
          .findFirst()
          .orElseThrow();
    }
  }

  private static int status(Engine engine) throws IOException {
    var connection = (HttpURLConnection) engine.uiUrl().orElseThrow().toURL().openConnection();
    return connection.getResponseCode();
  }
}
