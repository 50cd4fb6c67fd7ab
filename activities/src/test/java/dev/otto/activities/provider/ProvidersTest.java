package dev.otto.activities.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.otto.activities.agent.Login;
import dev.otto.activities.process.ProcessStarter;
import dev.otto.activities.process.cell.CellSettings;
import dev.otto.activities.process.cell.Cells;
import dev.otto.activities.process.cell.Sandbox;
import dev.otto.model.host.HostFacts.Fact;
import dev.otto.model.host.HostFacts.Health;
import dev.otto.model.settings.AgentChoice;
import dev.otto.model.settings.RunSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a host says of its providers. `/usr/bin/git` stands in for an agent: a native program that
/// tells a version.
class ProvidersTest {
  private static final ProcessStarter STARTER = new ProcessStarter();
  private static final Path STAND_IN = Path.of("/usr/bin/git");

  @TempDir private Path folder;

  private final AtomicInteger status = new AtomicInteger(200);
  private HttpServer models;

  @BeforeEach
  void open() throws IOException {
    models = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    models.createContext(
        "/v1/models",
        exchange -> {
          exchange.sendResponseHeaders(status.get(), -1);
          exchange.close();
        });
    models.start();
  }

  @AfterEach
  void close() {
    models.stop(0);
  }

  @Test
  void a_program_that_is_not_there_is_named_with_what_to_do() {
    assertThat(fact(Optional.empty(), Optional.of("key")))
        .isEqualTo(
            new Fact(
                "claude",
                Health.ABSENT,
                "There is no Claude Code on this host.",
                "Install it (npm install -g @anthropic-ai/claude-code), or name its program in"
                    + " OTTO_CLAUDE; then restart Otto."));
  }

  @Test
  void without_a_key_it_cannot_be_used() {
    var fact = fact(Optional.of(STAND_IN), Optional.empty());

    assertThat(fact.health()).isEqualTo(Health.ABSENT);
    assertThat(fact.usable()).isFalse();
    assertThat(fact.sentence())
        .contains("is at " + STAND_IN)
        .contains("is not signed in: Otto has no key");
    assertThat(fact.fix()).contains("ANTHROPIC_API_KEY", "CLAUDE_CODE_OAUTH_TOKEN");
  }

  @Test
  void a_login_of_its_users_own_is_enough_and_goes_past_the_gateway() {
    var providers = signedIn(Optional.empty());

    var fact = providers.facts().getFirst();
    assertThat(fact.usable()).isTrue();
    assertThat(fact.sentence()).contains("uses its own login (a token), past Otto's gateway");
    assertThat(providers.direct()).containsExactly("claude");
    var agent = agent(providers, "claude");
    assertThat(agent.service()).isEmpty();
    assertThat(agent.direct().orElseThrow().hosts()).containsExactly("api.anthropic.com");
    assertThat(agent.toString()).doesNotContain("long-lived");
  }

  @Test
  void a_key_counts_more_than_a_login_since_what_it_pays_for_is_seen() {
    var providers = signedIn(Optional.of("key"));

    assertThat(providers.direct()).isEmpty();
    assertThat(agent(providers, "claude").direct()).isEmpty();
  }

  @Test
  void a_key_that_is_refused_is_said_and_not_shown() {
    status.set(401);

    var fact = fact(Optional.of(STAND_IN), Optional.of("key-nobody-sees"));

    assertThat(fact.health()).isEqualTo(Health.BROKEN);
    assertThat(fact.sentence()).contains("does not take the key");
    assertThat(fact.toString()).doesNotContain("key-nobody-sees");
  }

  @Test
  void another_version_than_the_tried_one_can_be_used_with_care() {
    var fact = fact(Optional.of(STAND_IN), Optional.of("key"));

    assertThat(fact.health()).isEqualTo(Health.WARNING);
    assertThat(fact.usable()).isTrue();
    assertThat(fact.sentence()).contains("Otto was tried with 2.1.329");
  }

  @Test
  void a_service_that_cannot_be_asked_leaves_it_open() {
    models.stop(0);

    var fact = fact(Optional.of(STAND_IN), Optional.of("key"));

    assertThat(fact.health()).isEqualTo(Health.WARNING);
    assertThat(fact.sentence()).contains("could not be found out");
  }

  @Test
  void a_script_without_its_native_program_is_no_agent() throws IOException {
    var script = Files.writeString(folder.resolve("claude"), "#!/bin/sh\necho 2.1.329\n");
    assertThat(script.toFile().setExecutable(true)).isTrue();

    var fact = fact(Optional.of(script), Optional.of("key"));

    assertThat(fact.health()).isEqualTo(Health.BROKEN);
    assertThat(fact.sentence()).contains("is a script");
  }

  private static Agent agent(Providers providers, String provider) {
    return providers.agent(RunSettings.of(provider), AgentChoice.of(provider));
  }

  @Test
  void a_call_for_what_cannot_be_used_is_told_why() {
    var providers = providers(Optional.empty(), Optional.empty());

    assertThatThrownBy(() -> agent(providers, "claude"))
        .hasMessageContaining("There is no Claude Code on this host.");
    assertThatThrownBy(() -> agent(providers, "scripted")).hasMessageContaining("needs a recipe");
    assertThatThrownBy(() -> agent(providers, "nobody"))
        .hasMessageContaining("there is no provider 'nobody'");
  }

  private Providers signedIn(Optional<String> key) {
    return found(key, Optional.of(STAND_IN), Optional.of(new Login.Token("long-lived")));
  }

  private Fact fact(Optional<Path> program, Optional<String> key) {
    return providers(program, key).facts().getFirst();
  }

  private Providers providers(Optional<Path> program, Optional<String> key) {
    return found(key, program, Optional.empty());
  }

  private Providers found(Optional<String> key, Optional<Path> program, Optional<Login> login) {
    var cells = Cells.on(STARTER, CellSettings.of(Sandbox.PREFERRED, folder.resolve("otto")));
    var service = URI.create("http://127.0.0.1:" + models.getAddress().getPort());
    var settings =
        new ProviderSettings(ProviderKind.CLAUDE, program, Optional.empty(), service, key, login);
    return Providers.found(List.of(settings), cells, folder.resolve("otto/probe"));
  }
}
