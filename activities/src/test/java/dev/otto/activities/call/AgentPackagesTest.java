package dev.otto.activities.call;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.sun.net.httpserver.HttpServer;
import dev.otto.activities.agent.AgentRequest;
import dev.otto.activities.agent.ExpectedAnswer;
import dev.otto.activities.agent.model.ScriptedModelServer;
import dev.otto.activities.agent.model.Turn;
import dev.otto.activities.agent.real.SecureFront;
import dev.otto.activities.agent.scripted.ScriptedAdapter;
import dev.otto.activities.agent.scripted.ScriptedClassPath;
import dev.otto.activities.agent.scripted.play.Pace;
import dev.otto.activities.gateway.Gateway;
import dev.otto.activities.gateway.Packages;
import dev.otto.activities.process.Command;
import dev.otto.activities.process.Fence;
import dev.otto.activities.process.LineListener;
import dev.otto.activities.process.Logs;
import dev.otto.activities.process.Marker;
import dev.otto.activities.process.Outcome;
import dev.otto.activities.process.Patience;
import dev.otto.activities.process.ProcessStarter;
import dev.otto.activities.process.cell.CellPlan;
import dev.otto.activities.process.cell.CellSettings;
import dev.otto.activities.process.cell.Cells;
import dev.otto.activities.process.cell.Mount;
import dev.otto.activities.process.cell.Sandbox;
import dev.otto.activities.provider.Agent;
import dev.otto.activities.provider.ProviderKind;
import dev.otto.activities.provider.ProviderSettings;
import dev.otto.activities.provider.Providers;
import dev.otto.model.CallId;
import dev.otto.model.GroupId;
import dev.otto.model.account.AccountId;
import dev.otto.model.call.CallOrder;
import dev.otto.model.call.Stage;
import dev.otto.model.call.Usage;
import dev.otto.model.settings.Limits;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What a command of an agent at work downloads, and from where it cannot.
class AgentPackagesTest {
  private static final String REGISTRY = "packages.example.org";
  private static final ProcessStarter STARTER = new ProcessStarter();
  private static final Allowance NO_BOUND =
      new Allowance(Limits.NONE, Usage.NONE, Optional.empty());

  @TempDir private Path folder;
  private Cells cells;
  private Path worktree;
  private HttpServer registry;
  private SecureFront front;
  private Packages packages;
  private final AtomicInteger told = new AtomicInteger();

  @BeforeEach
  void aRegistry() throws Exception {
    cells = Cells.on(STARTER, CellSettings.of(Sandbox.PREFERRED, folder.resolve("otto")));
    worktree = Files.createDirectories(folder.resolve("otto/worktree"));
    Assumptions.assumeTrue(cells.walls().all(), "NOT PROVEN: packages of agents behind walls");
    Assumptions.assumeTrue(Files.isExecutable(Path.of("/usr/bin/curl")), "NOT PROVEN: no curl");
    registry = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    registry.createContext(
        "/thing",
        exchange -> {
          var thing = "a package".getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().set("connection", "close");
          exchange.sendResponseHeaders(200, thing.length);
          exchange.getResponseBody().write(thing);
          exchange.close();
        });
    registry.start();
    var plain = URI.create("http://127.0.0.1:" + registry.getAddress().getPort());
    front = SecureFront.of(folder.resolve("front"), plain, Set.of(REGISTRY));
    packages = Packages.of(Set.of(REGISTRY), _ -> front.address(), _ -> told.incrementAndGet());
  }

  @AfterEach
  void closed() {
    if (front != null) {
      front.close();
      registry.stop(0);
    }
  }

  /// S-7, S-10
  @Test
  void a_scripted_agent_downloads_from_an_allowed_host_and_from_no_other() throws IOException {
    var recipe =
        Files.writeString(
            folder.resolve("recipe.yaml"),
            """
            recipe: fetching
            when: { stage: build }
            steps:
              - run: { cmd: "sh fetch.sh" }
              - say: "Fetched."
            """);
    try (var gateway = Gateway.open();
        var otto = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Files.writeString(
          worktree.resolve("fetch.sh"),
          fetching() + "; " + refused("http://127.0.0.1:" + otto.getLocalPort(), "otto"));
      var adapter =
          new ScriptedAdapter(
              Path.of(System.getProperty("java.home"), "bin", "java"),
              ScriptedClassPath.current(),
              recipe,
              Pace.of("1"));
      var agent =
          new Agent(
              adapter,
              Optional.empty(),
              Optional.empty(),
              AccountId.of("scripted", ""),
              Optional.empty());

      assertFetched(called(gateway, agent));
      assertThat(worktree.resolve("otto.txt")).content().isNotEqualTo("0\n");
    }
  }

  /// S-7, S-10
  @Tag("agents")
  @ParameterizedTest
  @EnumSource(ProviderKind.class)
  void a_real_agent_downloads_beside_its_questions_to_its_model(ProviderKind kind)
      throws IOException {
    try (var model = ScriptedModelServer.playing(runs(kind, fetching()), Turn.says("Fetched."));
        var gateway = Gateway.open()) {
      var settings =
          new ProviderSettings(
              kind,
              Optional.of(TestCallsTest.program(kind)),
              Optional.of(kind == ProviderKind.CODEX ? "gpt-5.5" : "claude-sonnet-4-5"),
              model.base(),
              Optional.of("the-key-that-stays-outside"));
      var providers = Providers.found(List.of(settings), cells, folder.resolve("otto/probe"));
      assertThat(
              new ProcessBuilder("git", "init", "-q")
                  .directory(worktree.toFile())
                  .start()
                  .waitFor())
          .isZero();

      assertFetched(called(gateway, providers.tried(kind.word())));
      assertThat(model.journal()).hasSize(2);
    } catch (InterruptedException ended) {
      throw new AssertionError(ended);
    }
  }

  @Test
  void where_models_are_no_packages_come_from_whoever_names_it() {
    assertThat(
            AgentPackages.without(
                List.of("Registry.npmjs.org", "API.anthropic.com", "models.example.org"),
                Set.of("api.anthropic.com", "models.example.org")))
        .containsExactly("registry.npmjs.org");
  }

  private void assertFetched(Outcome outcome) throws IOException {
    assertThat(outcome.well())
        .as(Files.readString(outcome.out().file()) + Files.readString(outcome.err().file()))
        .isTrue();
    assertThat(worktree.resolve("thing.txt")).hasContent("a package");
    assertThat(worktree.resolve("model.txt")).content().isNotEqualTo("0\n");
    assertThat(worktree.resolve("evil.txt")).content().isNotEqualTo("0\n");
    assertThat(packages.reached()).containsExactly(REGISTRY);
    assertThat(packages.refused()).contains("api.anthropic.com", "evil.example");
    assertThat(told).hasValue(packages.reached().size() + packages.refused().size());
  }

  private String fetching() {
    return "curl -sS --cacert '%s' https://%s/thing -o thing.txt; %s; %s"
        .formatted(
            front.authority(),
            REGISTRY,
            refused("https://api.anthropic.com/v1/models", "model"),
            refused("https://evil.example/", "evil"));
  }

  /// What curl says of it, as a file of that name.
  private static String refused(String address, String name) {
    return "curl -sS -m 20 %s; echo $? > %s.txt".formatted(address, name);
  }

  private Outcome called(Gateway gateway, Agent agent) {
    try (var way = ModelWay.of(gateway, cells, agent, NO_BOUND, 4, Optional.of(packages))) {
      var home = folder.resolve("otto/home");
      var request =
          new AgentRequest(
              CallOrder.first(new CallId("c1"), Stage.BUILD, Optional.of(new GroupId("api")), 1, 0),
              "Fetch the thing.",
              worktree,
              home,
              Optional.empty(),
              new ExpectedAnswer.Words(),
              way.ground());
      var launch = agent.adapter().launch(request);
      new HomeFiles(home).lay(launch.files());
      var plan =
          CellPlan.of(
                  new Marker("packages-" + UUID.randomUUID()),
                  worktree,
                  home,
                  folder.resolve("otto/temporary"))
              .with(Mount.writable(worktree), Mount.readOnly(front.authority()))
              .with(launch.readable().stream().map(Mount::readOnly).toList())
              .withEnvironment(launch.environment())
              .withSecrets(launch.secrets());
      return cells
          .start(
              way.in(plan),
              new Command(
                      launch.argv(),
                      Patience.of(Duration.ofMinutes(2)),
                      Logs.in(folder.resolve("log")))
                  .withInput(launch.stdin()),
              LineListener.NOBODY,
              Fence.NONE)
          .outcome();
    }
  }

  private static Turn runs(ProviderKind kind, String command) {
    var input = JsonNodeFactory.instance.objectNode();
    return switch (kind) {
      case CLAUDE -> Turn.uses("Bash", input.put("command", command).put("description", "work"));
      case CODEX -> Turn.uses("exec_command", input.put("cmd", command));
    };
  }
}
