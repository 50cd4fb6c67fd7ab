package dev.otto.standalone.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.otto.model.Refusal.Refused;
import dev.otto.standalone.home.Home;
import dev.otto.standalone.home.KeptPort;
import dev.otto.standalone.process.ProgramStarter;
import dev.otto.standalone.process.ProgramStarters;
import dev.otto.standalone.process.SearchPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Which engine is taken: what the user named, or a refusal; only where nothing was named, the next
/// one.
class EnginesTest {
  private final ProgramStarter starter = ProgramStarters.here();
  @TempDir Path folder;
  private Engines engines;
  private Home home;

  @BeforeEach
  void prepare() {
    home = new Home(folder.resolve("a home")).prepared();
    engines = new Engines(home, starter, new SearchPath(folder.resolve("path").toString()));
  }

  @Test
  void an_address_is_an_order_and_never_fallen_through() {
    var port = new KeptPort(folder.resolve("port")).number();
    var choice = new EngineChoice.External("127.0.0.1", port);

    assertThatThrownBy(() -> engines.open(choice))
        .isInstanceOf(Refused.class)
        .hasMessage("No Temporal server answers at 127.0.0.1:%d.", port);
  }

  @Test
  void the_dev_server_without_a_program_is_refused() {
    var choice = new EngineChoice.DevServer(Optional.empty());

    assertThatThrownBy(() -> engines.open(choice))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("no `temporal` program");
  }

  @Test
  void a_named_program_that_is_none_is_refused_even_where_nothing_else_is_ordered() {
    var choice = new EngineChoice.Automatic(Optional.of(Path.of("/bin/true")));

    assertThatThrownBy(() -> engines.open(choice))
        .isInstanceOf(Refused.class)
        .hasMessage("/bin/true is not a `temporal` program.");
  }

  @Test
  void a_program_with_known_holes_is_refused_when_named_and_passed_over_when_found_S_9()
      throws IOException {
    var old =
        program(
            folder.resolve("path/temporal"), "temporal version 1.5.1 (Server 1.29.1, UI 2.42.1)");

    assertThatThrownBy(() -> engines.open(new EngineChoice.DevServer(Optional.of(old))))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("1.29.1")
        .hasMessageContaining("1.29.6");
    try (var engine = engines.open(new EngineChoice.Automatic(Optional.empty()))) {
      assertThat(engine.kind()).isEqualTo(EngineKind.IN_PROCESS);
    }
  }

  @Test
  void the_program_in_the_home_comes_before_the_one_on_the_path() throws IOException {
    program(folder.resolve("path/temporal"), "temporal version 1.8.2 (Server 1.31.2, UI 2.50.1)");
    var mine =
        program(
            home.engine().resolve("temporal"),
            "temporal version 0.0.0-DEV (Server 1.32.0, UI 2.54.1)");

    assertThat(TemporalProgram.find(Optional.empty(), home, engines.path(), starter))
        .contains(new TemporalProgram(mine, new ServerVersion(1, 32, 0)));
  }

  @Test
  void without_a_program_the_engine_is_in_this_jvm_and_keeps_real_time() {
    try (var engine = engines.open(new EngineChoice.Automatic(Optional.empty()));
        var relay = new Relay(engine)) {
      var start = System.nanoTime();

      assertThat(Relay.steps(relay.start("in process", 4))).isEqualTo(4);

      assertThat(Duration.ofNanos(System.nanoTime() - start))
          .isGreaterThan(Duration.ofMillis(4 * 150));
      assertThat(engine.kind()).isEqualTo(EngineKind.IN_PROCESS);
      assertThat(engine.version()).startsWith("1.");
      assertThat(engine.uiUrl()).isEmpty();
    }
  }

  @Test
  void the_releases_without_the_known_holes_are_known_S_9() {
    for (var fixed :
        new String[] {"1.28.4", "1.29.6", "1.30.4", "1.31.0", "1.31.2", "1.32.0", "2.0.0"}) {
      assertThat(ServerVersion.in(fixed))
          .hasValueSatisfying(version -> assertThat(version.fixed()).as(fixed).isTrue());
    }
    for (var open : new String[] {"1.27.9", "1.28.3", "1.29.5", "1.30.3", "0.9.9"}) {
      assertThat(ServerVersion.in(open))
          .hasValueSatisfying(version -> assertThat(version.fixed()).as(open).isFalse());
    }
    assertThat(ServerVersion.in("no version")).isEmpty();
  }

  private static Path program(Path path, String says) throws IOException {
    Files.createDirectories(path.getParent());
    Files.writeString(path, "#!/bin/sh\necho '%s'\n".formatted(says));
    assertThat(path.toFile().setExecutable(true)).isTrue();
    return path;
  }
}
