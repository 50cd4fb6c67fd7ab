package dev.otto.standalone.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.otto.model.Refusal.Refused;
import dev.otto.standalone.home.Home;
import dev.otto.standalone.process.ProgramStarter;
import dev.otto.standalone.process.ProgramStarters;
import dev.otto.standalone.process.SearchPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How a `temporal` program gets into the home, and what becomes of it there.
class EngineInstallTest {
  private static final String FIXED = "temporal version 1.8.2 (Server 1.31.2, UI 2.50.1)";
  private static final String HOLES = "temporal version 1.5.1 (Server 1.29.1, UI 2.42.1)";
  private static final EngineChoice WITH_DOWNLOAD =
      new EngineChoice.Automatic(Optional.empty(), true);

  private final ProgramStarter starter = ProgramStarters.here();
  private final ReleaseServer releases = ReleaseServer.open();
  @TempDir Path folder;
  private Home home;
  private EngineInstall install;

  @BeforeEach
  void prepare() throws IOException {
    home = new Home(folder.resolve("a home")).prepared();
    install =
        new EngineInstall(
            home,
            starter,
            new SearchPath(Files.createDirectories(folder.resolve("path")).toString()));
  }

  @AfterEach
  void close() {
    releases.close();
  }

  @Test
  void the_official_release_of_a_pinned_version_is_put_into_the_home_with_its_digest()
      throws Exception {
    releases.has(saying(FIXED));

    var installed = install.released();

    assertThat(releases.asked.getFirst()).startsWith("/cli/v1.8.2?platform=linux&arch=");
    assertThat(installed.version()).isEqualTo("1.31.2");
    assertThat(installed.sha256()).isEqualTo(FileDigest.of(installed.program()).hex());
    assertThat(TemporalProgram.find(Optional.empty(), home, install.path(), starter))
        .contains(new TemporalProgram(installed.program(), new ServerVersion(1, 31, 2)));
    assertThat(home.engine().resolve("fetched")).doesNotExist();
  }

  @Test
  void a_program_that_was_changed_since_is_never_started() throws Exception {
    releases.has(saying(FIXED));
    var program = install.released().program();
    Files.writeString(program, "echo changed\n", StandardOpenOption.APPEND);

    assertThatThrownBy(() -> engines().open(new EngineChoice.DevServer(Optional.empty())))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("is not what Otto once put there")
        .satisfies(refused ->
            assertThat(((Refused) refused).refusal().nextStep()).contains("`otto engine install`"));
    try (var engine = engines().open(WITH_DOWNLOAD)) {
      assertThat(engine.kind()).isEqualTo(EngineKind.IN_PROCESS);
      assertThat(engine.instead().orElseThrow()).contains("is not what Otto once put there");
    }

    install.released();
    assertThat(InstalledTemporal.in(home).unchanged()).contains(program);
  }

  @Test
  void a_release_with_known_holes_is_not_installed_S_9() throws Exception {
    releases.has(saying(HOLES));

    assertThatThrownBy(install::released).isInstanceOf(Refused.class).hasMessageContaining("1.29");

    assertThat(InstalledTemporal.in(home).unchanged()).isEmpty();
  }

  @Test
  void what_does_not_come_in_time_is_given_up() {
    releases.fallsSilent();

    assertThatThrownBy(() -> install.from(new OfficialRelease(Duration.ofMillis(200))))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("it takes longer than");
  }

  @Test
  void the_first_start_without_a_program_tries_to_fetch_one_and_no_later_start_does() {
    for (var start = 1; start <= 3; start++) {
      try (var engine = engines().open(WITH_DOWNLOAD)) {
        assertThat(engine.kind()).isEqualTo(EngineKind.IN_PROCESS);
        assertThat(engine.instead().orElseThrow())
            .startsWith("The Temporal server could not be fetched")
            .contains("404");
      }
    }

    assertThat(releases.asked).hasSize(1);
  }

  @Test
  void where_it_is_switched_off_nothing_is_fetched() {
    try (var engine = engines().open(new EngineChoice.Automatic(Optional.empty(), false))) {
      assertThat(engine.instead()).isEmpty();
    }

    assertThat(releases.asked).isEmpty();
  }

  @Test
  @Tag("dev-server")
  void a_first_start_that_can_fetch_it_has_an_engine_with_a_memory() throws Exception {
    var real = TestTools.temporal();
    releases.has(doing("exec '%s' \"$@\"".formatted(real)));

    try (var engine = engines().open(WITH_DOWNLOAD)) {
      assertThat(engine.kind()).isEqualTo(EngineKind.DEV_SERVER);
      var details = new EngineLook(home, engine).details();
      assertThat(details.from()).contains("the official release v1.8.2");
      assertThat(details.sha256()).contains(FileDigest.of(engine.program().orElseThrow()).hex());
      assertThat(details.uiUrl()).isPresent();
    }
  }

  @Test
  void with_go_it_is_built_from_sources_of_which_every_byte_is_pinned() throws Exception {
    executable(
        folder.resolve("path/go"),
        """
        #!/bin/sh
        [ "$1 $2 $4" = "build -o github.com/temporalio/cli/cmd/temporal" ] || exit 3
        grep -q 'temporalio/cli v1' go.mod && grep -q 'temporalio/cli v1.* h1:' go.sum || exit 4
        { echo '#!/bin/sh'; echo "echo '%s'"; } > "$3"
        chmod +x "$3"
        """
            .formatted(FIXED));

    assertThat(install.built().from()).isEqualTo("pinned sources, built here");
    assertThat(InstalledTemporal.in(home).unchanged()).isPresent();
  }

  @Test
  void without_go_nothing_is_built_and_that_is_said() {
    assertThatThrownBy(install::built).isInstanceOf(Refused.class).hasMessageContaining("`go`");
  }

  @Test
  void a_build_that_fails_says_where_to_read() throws IOException {
    executable(folder.resolve("path/go"), "#!/bin/sh\necho 'no space'; exit 1\n");

    assertThatThrownBy(install::built)
        .isInstanceOf(Refused.class)
        .hasMessageContaining("engine-build.log");
    assertThat(home.logs().resolve("engine-build.log")).content().contains("no space");
  }

  private Engines engines() {
    return new Engines(home, starter, install.path());
  }

  private Path saying(String version) throws IOException {
    return doing("echo '%s'".formatted(version));
  }

  private Path doing(String what) throws IOException {
    return executable(folder.resolve("release/temporal"), "#!/bin/sh\n%s\n".formatted(what));
  }

  private static Path executable(Path path, String text) throws IOException {
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
    assertThat(path.toFile().setExecutable(true)).isTrue();
    return path;
  }
}
