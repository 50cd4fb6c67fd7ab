package dev.otto.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.otto.activities.process.ProcessStarter;
import dev.otto.model.Refusal.Refused;
import dev.otto.model.host.HostFacts.Fact;
import dev.otto.model.host.HostFacts.Health;
import dev.otto.standalone.database.DatabaseChoice;
import dev.otto.standalone.engine.EngineChoice;
import dev.otto.standalone.engine.EngineKind;
import dev.otto.standalone.home.Home;
import dev.otto.standalone.home.KeptPort;
import dev.otto.standalone.process.Children;
import dev.otto.standalone.process.OtherJvm;
import dev.otto.standalone.process.ProgramStarters;
import dev.otto.standalone.process.Residents;
import dev.otto.standalone.server.HttpPulse;
import dev.otto.standalone.server.Owner;
import dev.otto.standalone.server.ServerFile;
import dev.otto.standalone.server.TakeOver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Database and engine together, and a whole server through its life and death.
class GroundTest {
  @TempDir static Path shared;
  private final Home home = new Home(shared.resolve("a home")).prepared();

  @AfterEach
  void nothing_is_left_behind() {
    assertThat(left().endedWithin(Duration.ofSeconds(5))).isTrue();
  }

  @Test
  void both_are_brought_up_and_nothing_is_left_when_they_are_closed() {
    try (var ground = prepare(new EngineChoice.InProcess())) {
      assertThat(ground.engine().kind()).isEqualTo(EngineKind.IN_PROCESS);
      assertThat(ground.database().version()).startsWith("18.");
      assertThat(new GroundFacts(home, ground, ProgramStarters.here()).all())
          .extracting(Fact::name, Fact::health)
          .containsExactly(
              tuple("engine", Health.OK),
              tuple("database", Health.OK),
              tuple("java", Health.OK),
              tuple("git", Health.OK),
              tuple("disk", GroundFacts.disk(home.freeBytes()).health()));
    }

    assertThat(left().living()).isEmpty();
  }

  @Test
  void if_one_cannot_be_had_the_other_is_not_left_running() {
    var nobody =
        new EngineChoice.External(
            "127.0.0.1", new KeptPort(home.folder().resolve("nobody")).number());

    assertThatThrownBy(() -> prepare(nobody))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("No Temporal server");

    assertThat(left().living()).isEmpty();
  }

  @Test
  @Tag("crash")
  void a_server_that_is_asked_to_end_leaves_nothing_behind() throws IOException {
    Files.writeString(home.config(), "engine: in-process\n");
    var server = OtherJvm.running(GroundHolder.class, home.folder());
    assertThat(ServerFile.read(home))
        .hasValueSatisfying(file -> assertThat(file.engine()).isEqualTo("in-process"));

    assertThat(server.terminate()).isEqualTo(143);

    assertThat(ServerFile.read(home)).isEmpty();
    assertThat(Owner.read(home)).isEmpty();
    assertThat(left().living()).isEmpty();
  }

  @Test
  @Tag("crash")
  void a_killed_server_is_followed_by_one_with_the_same_database_W_07() throws IOException {
    Files.writeString(home.config(), "engine: in-process\n");
    var first = OtherJvm.running(GroundHolder.class, home.folder());
    first.kill();

    try (var second = OtherJvm.running(GroundHolder.class, home.folder())) {
      assertThat(second.words()).isEqualTo(first.words());
      assertThat(Owner.read(home)).map(Owner::pid).contains(second.mark().pid());
      assertThat(second.terminate()).isEqualTo(143);
    }
    new TakeOver(home, HttpPulse.at("/")).lock().close();
  }

  @Test
  @Tag("crash")
  void a_stopped_server_is_replaced_with_all_that_it_held_W_07() throws IOException {
    Files.writeString(home.config(), "engine: in-process\n");
    try (var first = OtherJvm.running(GroundHolder.class, home.folder())) {
      var stopped = first.mark();
      Children.signal("STOP", stopped.pid());

      try (var second = OtherJvm.running(GroundHolder.class, home.folder())) {
        assertThat(stopped.alive()).isFalse();
        assertThat(second.words()).isEqualTo(first.words());
        assertThat(second.terminate()).isEqualTo(143);
      }
    }
  }

  private Ground prepare(EngineChoice engine) {
    return Ground.prepare(
        home, new ServerSettings(engine, new DatabaseChoice.Embedded()), new ProcessStarter());
  }

  private Residents left() {
    return Residents.of(home.database().resolve("cluster"));
  }
}
