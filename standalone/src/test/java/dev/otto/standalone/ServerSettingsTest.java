package dev.otto.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.otto.activities.process.cell.Sandbox;
import dev.otto.model.Refusal.Refused;
import dev.otto.standalone.database.DatabaseAccess;
import dev.otto.standalone.database.DatabaseChoice;
import dev.otto.standalone.engine.EngineChoice;
import dev.otto.standalone.home.Home;
import dev.otto.standalone.home.Secret;
import dev.otto.standalone.up.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerSettingsTest {
  @TempDir Path folder;

  @Test
  void who_says_nothing_gets_what_there_is() throws IOException {
    var silent =
        new ServerSettings(
            new EngineChoice.Automatic(Optional.empty(), true), new DatabaseChoice.Embedded());

    assertThat(read(Map.of())).isEqualTo(silent);
    assertThat(read("# only a comment\n", Map.of())).isEqualTo(silent);
    assertThat(read("engine:\ndatabase:\n", Map.of())).isEqualTo(silent);
  }

  @Test
  void every_engine_has_its_word() throws IOException {
    assertThat(read("engine: auto", Map.of()).engine())
        .isEqualTo(new EngineChoice.Automatic(Optional.empty(), true));
    assertThat(read("engine: in-process", Map.of()).engine())
        .isEqualTo(new EngineChoice.InProcess());
    assertThat(read("engine: external:temporal.example:7233", Map.of()).engine())
        .isEqualTo(new EngineChoice.External("temporal.example", 7233));
    assertThat(read("engine: dev-server\ntemporal: /bin/true", Map.of()).engine())
        .isEqualTo(new EngineChoice.DevServer(Optional.of(Path.of("/bin/true"))));
  }

  @Test
  void the_download_of_an_engine_can_be_switched_off() throws IOException {
    var off = new EngineChoice.Automatic(Optional.empty(), false);

    assertThat(read("engine_download: off", Map.of()).engine()).isEqualTo(off);
    assertThat(read(Map.of("OTTO_ENGINE_DOWNLOAD", "off")).engine()).isEqualTo(off);
    assertThatThrownBy(() -> read(Map.of("OTTO_ENGINE_DOWNLOAD", "sometimes")))
        .hasMessageContaining("must be on or off");
  }

  @Test
  void half_a_team_needs_an_engine_and_a_database_that_the_other_half_can_reach() {
    var alone = read(Map.of());
    var shared =
        read(
            Map.of(
                "OTTO_ENGINE", "external:temporal.example:7233",
                "OTTO_DATABASE_URL", "jdbc:postgresql://db.example/otto",
                "OTTO_DATABASE_PASSWORD", "secret"));

    assertThatThrownBy(() -> alone.sharedFor(Role.API)).hasMessageContaining("can reach");
    assertThatThrownBy(() -> alone.sharedFor(Role.WORKER)).hasMessageContaining("can reach");
    assertThat(alone.sharedFor(Role.EVERYTHING)).isEqualTo(alone);
    assertThat(shared.sharedFor(Role.API)).isEqualTo(shared);
  }

  @Test
  void walls_are_preferred_required_or_off() throws IOException {
    assertThat(read(Map.of()).sandbox()).isEqualTo(Sandbox.PREFERRED);
    assertThat(read("sandbox: required", Map.of()).sandbox()).isEqualTo(Sandbox.REQUIRED);
    assertThat(read("sandbox: off", Map.of()).sandbox()).isEqualTo(Sandbox.OFF);
    assertThat(read("sandbox: off", Map.of("OTTO_SANDBOX", "required")).sandbox())
        .isEqualTo(Sandbox.REQUIRED);
    assertThatThrownBy(() -> read("sandbox: sometimes", Map.of()))
        .hasMessageContaining("preferred, required, off");
  }

  @Test
  void the_environment_wins_over_the_file() throws IOException {
    assertThat(read("engine: in-process", Map.of("OTTO_ENGINE", "dev-server")).engine())
        .isEqualTo(new EngineChoice.DevServer(Optional.empty()));
  }

  @Test
  void a_database_elsewhere_gets_its_password_from_a_variable() throws IOException {
    var wanted =
        new DatabaseChoice.External(
            new DatabaseAccess("jdbc:postgresql://db.example/otto", "ada", new Secret("s3cret")));
    var file =
        """
        database:
          url: jdbc:postgresql://db.example/otto
          user: ada
          password: ${PG_PASSWORD}
        """;

    assertThat(read(file, Map.of("PG_PASSWORD", "s3cret")).database()).isEqualTo(wanted);
    assertThat(read(file, Map.of("PG_PASSWORD", "s3cret")).toString()).doesNotContain("s3cret");
    assertThat(
            read(Map.of(
                    "OTTO_DATABASE_URL", "jdbc:postgresql://db.example/otto",
                    "OTTO_DATABASE_USER", "ada",
                    "OTTO_DATABASE_PASSWORD", "s3cret"))
                .database())
        .isEqualTo(wanted);
  }

  @Test
  void what_is_wrong_is_said_in_one_sentence() {
    refused(
        "engin: auto",
        Map.of(),
        "There is no key `engin` (config.yaml, line 1); did you mean `engine`?");
    refused(
        "database:\n  uri: x",
        Map.of(),
        "There is no key `database.uri` (config.yaml, line 2); did you mean `database.url`?");
    refused("engine: [auto", Map.of(), "cannot be read: line 1: ");
    refused("engine: auto\nengine: auto", Map.of(), "Duplicate");
    refused(
        "engine: cloud",
        Map.of(),
        "`engine` in config.yaml is `cloud`, but must be auto, dev-server, ");
    refused(
        "", Map.of("OTTO_ENGINE", "external:host:99999"), "OTTO_ENGINE is `external:host:99999`");
    refused("temporal: bin/temporal", Map.of(), "must be the absolute path of a program");
    refused("", Map.of("OTTO_TEMPORAL", "/no/such"), "OTTO_TEMPORAL is `/no/such`");
    refused("", Map.of("OTTO_DATABASE_URL", "mysql://x"), "begins with jdbc:postgresql://");
    refused(
        "",
        Map.of("OTTO_DATABASE_URL", "jdbc:postgresql://x/y"),
        "OTTO_DATABASE_PASSWORD, which is not set");
  }

  @Test
  void a_secret_in_plain_text_is_refused_and_not_repeated() {
    refused(
        "database:\n  url: jdbc:postgresql://x/y\n  password: s3cret",
        Map.of(),
        "holds a secret in plain text");
    refused(
        "database:\n  url: jdbc:postgresql://x/y?password=s3cret",
        Map.of(),
        "holds a secret in plain text");
  }

  private void refused(String file, Map<String, String> environment, String sentence) {
    assertThatThrownBy(() -> read(file, environment))
        .isInstanceOf(Refused.class)
        .hasMessageContaining(sentence)
        .hasMessageNotContaining("s3cret")
        .hasMessageMatching("[^\\n]*");
  }

  private ServerSettings read(String file, Map<String, String> environment) throws IOException {
    Files.writeString(folder.resolve("config.yaml"), file);
    return read(environment);
  }

  private ServerSettings read(Map<String, String> environment) {
    return ServerSettings.read(new Home(folder), environment);
  }
}
