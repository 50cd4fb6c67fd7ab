package dev.otto.activities.agent.real;

import static org.assertj.core.api.Assertions.assertThat;

import dev.otto.activities.agent.AgentAdapter;
import dev.otto.activities.agent.AgentEnd;
import dev.otto.activities.agent.AgentGround;
import dev.otto.activities.agent.AgentOutcome;
import dev.otto.activities.agent.AgentRequest;
import dev.otto.activities.agent.AgentTrace;
import dev.otto.activities.agent.DirectWay;
import dev.otto.activities.agent.ExpectedAnswer;
import dev.otto.activities.agent.Login;
import dev.otto.activities.agent.Thinking;
import dev.otto.activities.agent.claude.ClaudeAdapter;
import dev.otto.activities.agent.codex.CodexAdapter;
import dev.otto.activities.agent.model.ScriptedModelServer;
import dev.otto.activities.agent.model.Turn;
import dev.otto.activities.agent.protocol.Tree;
import dev.otto.activities.call.HomeFiles;
import dev.otto.activities.gateway.Packages;
import dev.otto.activities.gateway.Tunnel;
import dev.otto.activities.process.Command;
import dev.otto.activities.process.Fence;
import dev.otto.activities.process.Logs;
import dev.otto.activities.process.Marker;
import dev.otto.activities.process.Patience;
import dev.otto.activities.process.ProcessStarter;
import dev.otto.activities.process.cell.CellPlan;
import dev.otto.activities.process.cell.CellSettings;
import dev.otto.activities.process.cell.Cells;
import dev.otto.activities.process.cell.Mount;
import dev.otto.activities.process.cell.Sandbox;
import dev.otto.activities.provider.ProviderKind;
import dev.otto.model.CallId;
import dev.otto.model.GroupId;
import dev.otto.model.call.CallOrder;
import dev.otto.model.call.Loss;
import dev.otto.model.call.Stage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The real programs, signed in by a login of a person: they go to their services' own hosts, by a
/// tunnel that leads nowhere else. Behind it a scripted model stands for the service.
@Tag("agents")
class RealDirectTest {
  private static final String TOKEN = "sk-ant-oat01-a-token-that-lives-long";
  private static final Patience PATIENT = Patience.of(Duration.ofMinutes(2));
  private static final Duration SILENCE = Duration.ofSeconds(8);
  private static final ProcessStarter STARTER = new ProcessStarter();

  @TempDir private Path folder;

  private Packages packages = Packages.of(Set.of(), _ -> {});
  private Cells cells;
  private Path worktree;

  @BeforeEach
  void walls() throws Exception {
    cells = Cells.on(STARTER, CellSettings.of(Sandbox.PREFERRED, folder.resolve("otto")));
    worktree = Files.createDirectories(folder.resolve("otto/worktree"));
    Assumptions.assumeTrue(cells.walls().all(), "NOT PROVEN: direct logins behind walls");
    assertThat(
            new ProcessBuilder("git", "init", "-q").directory(worktree.toFile()).start().waitFor())
        .isZero();
  }

  @Test
  void claude_code_works_with_a_token_in_its_environment() throws Exception {
    var adapter =
        new ClaudeAdapter(AgentPrograms.claude(), Thinking.with(Optional.of("claude-sonnet-4-5")));
    var fetching =
        "curl -sS https://packages.example.org/thing -o got.txt; curl -sS https://evil.example; echo done > done.txt";
    var command = Tree.object().put("command", fetching).put("description", "work");
    try (var model =
        ScriptedModelServer.playing(Turn.uses("Bash", command), Turn.says("It is there."))) {
      var ended = called(adapter, model, new Login.Token(TOKEN), Set.of("api.anthropic.com"));

      assertThat(ended.outcome).isInstanceOf(AgentOutcome.Succeeded.class);
      assertThat(worktree.resolve("done.txt")).hasContent("done");
      assertThat(model.journal())
          .allMatch(request -> request.headers().toString().contains("Bearer " + TOKEN));
      assertThat(ended.trace.used().usd()).isPresent();
      assertThat(ended.asked).contains("api.anthropic.com:443");
      assertThat(packages.reached()).containsExactly("packages.example.org");
      assertThat(packages.refused()).contains("evil.example");
      assertThat(ended.log).doesNotContain(TOKEN);
    }
  }

  @Test
  void codex_works_with_the_file_of_its_login_which_is_lent_and_not_copied() throws Exception {
    var adapter = new CodexAdapter(AgentPrograms.codex(), Thinking.with(Optional.of("gpt-5.5")));
    var written = login();
    var login = Files.writeString(folder.resolve("auth.json"), written);
    var inside = folder.resolve("otto/home/.codex/auth.json");
    var command =
        Tree.object().put("cmd", "echo done > done.txt; printf '\\n' >> '%s'".formatted(inside));
    try (var model =
        ScriptedModelServer.playing(Turn.uses("exec_command", command), Turn.says("There."))) {
      var ended =
          called(
              adapter,
              model,
              new Login.Kept(login),
              Set.of("chatgpt.com", "auth.openai.com", "api.openai.com"));

      assertThat(ended.outcome).isInstanceOf(AgentOutcome.Succeeded.class);
      assertThat(worktree.resolve("done.txt")).hasContent("done");
      assertThat(model.journal())
          .isNotEmpty()
          .allMatch(request -> request.headers().toString().contains("an-account"));
      assertThat(ended.trace.used().outputTokens()).isPositive();
      assertThat(ended.trace.used().usd()).isEmpty();
      assertThat(Files.readString(login)).isEqualTo(written + "\n");
      assertThat(inside).isEmptyFile();
    }
  }

  @ParameterizedTest
  @EnumSource(ProviderKind.class)
  void a_service_that_cannot_be_reached_is_left_alone_as_behind_the_gateway(ProviderKind kind)
      throws Exception {
    var nobody = closedPort();
    try (var model = ScriptedModelServer.playing();
        var front = SecureFront.of(folder.resolve("front"), model.base(), hosts(kind));
        var tunnel = Tunnel.to(hosts(kind), _ -> nobody)) {
      var ended = called(adapter(kind), front, tunnel, login(kind), PATIENT);

      assertThat(ended.outcome)
          .isInstanceOfSatisfying(
              AgentOutcome.Lost.class,
              lost -> {
                assertThat(lost.loss()).isEqualTo(Loss.ACCOUNT);
                assertThat(lost.sentence()).isEqualTo("Its service cannot be reached.");
              });
    }
  }

  @ParameterizedTest
  @EnumSource(ProviderKind.class)
  void a_model_that_writes_for_longer_than_the_time_of_silence_is_heard_through_the_tunnel(
      ProviderKind kind) throws Exception {
    var words = "A long answer. ".repeat(1600);
    try (var model = ScriptedModelServer.playing(Turn.says(words));
        var front = SecureFront.of(folder.resolve("front"), model.base(), hosts(kind));
        var tunnel = Tunnel.to(hosts(kind), _ -> front.address())) {
      front.answersSlowly();
      var began = Instant.now();

      var ended = called(adapter(kind), front, tunnel, login(kind), PATIENT.withSilence(SILENCE));

      assertThat(ended.outcome).isInstanceOf(AgentOutcome.Succeeded.class);
      assertThat(Duration.between(began, Instant.now())).isGreaterThan(SILENCE);
    }
  }

  private AgentAdapter adapter(ProviderKind kind) {
    return switch (kind) {
      case CLAUDE ->
          new ClaudeAdapter(
              AgentPrograms.claude(), Thinking.with(Optional.of("claude-sonnet-4-5")));
      case CODEX -> new CodexAdapter(AgentPrograms.codex(), Thinking.with(Optional.of("gpt-5.5")));
    };
  }

  private Login login(ProviderKind kind) throws IOException {
    return switch (kind) {
      case CLAUDE -> new Login.Token(TOKEN);
      case CODEX -> new Login.Kept(Files.writeString(folder.resolve("auth.json"), login()));
    };
  }

  private static Set<String> hosts(ProviderKind kind) {
    return switch (kind) {
      case CLAUDE -> Set.of("api.anthropic.com");
      case CODEX -> Set.of("chatgpt.com", "auth.openai.com", "api.openai.com");
    };
  }

  private static InetSocketAddress closedPort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return new InetSocketAddress(InetAddress.getLoopbackAddress(), socket.getLocalPort());
    }
  }

  private record Ended(AgentOutcome outcome, AgentTrace trace, Set<String> asked, String log) {}

  private Ended called(
      AgentAdapter adapter, ScriptedModelServer model, Login login, Set<String> hosts)
      throws Exception {
    try (var front = SecureFront.of(folder.resolve("front"), model.base(), hosts)) {
      packages = Packages.of(Set.of("packages.example.org"), _ -> front.address(), _ -> {});
      return called(adapter, front, login, hosts);
    }
  }

  private Ended called(AgentAdapter adapter, SecureFront front, Login login, Set<String> hosts)
      throws Exception {
    try (var tunnel = Tunnel.to(hosts, _ -> front.address(), Optional.of(packages))) {
      return called(adapter, front, tunnel, login, PATIENT);
    }
  }

  private Ended called(
      AgentAdapter adapter, SecureFront front, Tunnel tunnel, Login login, Patience patience)
      throws Exception {
    var request = request(tunnel, login);
    var launch = adapter.launch(request);
    new HomeFiles(request.home()).lay(launch.files());
    var trace = new AtomicReference<>(AgentTrace.EMPTY);
    var log = Logs.in(folder.resolve("log"));
    var cell =
        cells.start(
            plan(request, front)
                .with(lent(adapter, request, login))
                .with(launch.readable().stream().map(Mount::readOnly).toList())
                .withEnvironment(launch.environment())
                .withSecrets(launch.secrets())
                .withOutlet(tunnel.address()),
            new Command(launch.argv(), patience, log).withInput(launch.stdin()),
            line ->
                adapter
                    .parse(line.text())
                    .forEach(event -> trace.updateAndGet(known -> known.after(event))),
            Fence.NONE);
    tunnel.tells(cell::beat);
    tunnel.ends(cell::end);
    var outcome = cell.outcome();
    var err = Files.readString(outcome.err().file());
    var end = new AgentEnd(outcome.ending(), err, Optional.of(Instant.now()));
    return new Ended(
        tunnel.judged(adapter.conclude(request, end, tunnel.completing(trace.get()))),
        trace.get(),
        tunnel.asked(),
        Files.readString(outcome.out().file()) + err);
  }

  private AgentRequest request(Tunnel tunnel, Login login) {
    var port = cells.seenFromInside(tunnel.address()).getPort();
    var proxy = URI.create("http://%s@127.0.0.1:%d".formatted(tunnel.credential(), port));
    return new AgentRequest(
        CallOrder.first(new CallId("c1"), Stage.BUILD, Optional.of(new GroupId("api")), 1, 0),
        "Write done.txt.",
        worktree,
        folder.resolve("otto/home"),
        Optional.empty(),
        new ExpectedAnswer.Words(),
        new AgentGround(
            true, Optional.empty(), Optional.of(new DirectWay(proxy, Optional.of(login)))));
  }

  private CellPlan plan(AgentRequest request, SecureFront front) {
    return CellPlan.of(
            new Marker("direct-" + UUID.randomUUID()),
            worktree,
            request.home(),
            folder.resolve("otto/temporary"))
        .with(Mount.writable(worktree), Mount.readOnly(front.authority()))
        .withEnvironment(
            Map.of(
                "NODE_EXTRA_CA_CERTS", front.authority().toString(),
                "SSL_CERT_FILE", front.authority().toString()));
  }

  private static java.util.List<Mount> lent(
      AgentAdapter adapter, AgentRequest request, Login login) {
    return login instanceof Login.Kept(var file)
        ? adapter.login(request.home()).stream()
            .<Mount>map(place -> new Mount.Writable(file, place))
            .toList()
        : java.util.List.of();
  }

  /// What `codex login` leaves, of nobody.
  private static String login() {
    var claims =
        """
        {"email":"a@example.org","exp":4102444800,\
        "https://api.openai.com/auth":{"chatgpt_plan_type":"pro","chatgpt_account_id":"an-account"}}\
        """;
    var token = part("{\"alg\":\"none\"}") + "." + part(claims) + "." + part("{}");
    return """
    {"auth_mode":"chatgpt","OPENAI_API_KEY":null,"last_refresh":"%s",\
    "tokens":{"id_token":"%s","access_token":"%s","refresh_token":"r","account_id":"an-account"}}\
    """
        .formatted(Instant.now(), token, token);
  }

  private static String part(String json) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(json.getBytes(StandardCharsets.UTF_8));
  }
}
