package dev.otto.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.otto.api.sample.Ear;
import dev.otto.api.sample.SampleOtto;
import dev.otto.api.sample.UnreadyParts;
import dev.otto.api.sample.Web;
import dev.otto.model.host.HostFacts.Fact;
import dev.otto.model.host.HostFacts.Health;
import dev.otto.model.run.NewRun;
import dev.otto.model.server.ServerView;
import dev.otto.model.server.ServerView.Readiness;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.sql.SQLException;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.sqlobject.SqlObjectPlugin;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The server from its first moment on, when nothing but itself is ready.
class ApiServerTest {
  private final ApiServer server = new ApiServer(UnreadyParts.all());

  @BeforeEach
  void start() {
    server.start(0);
  }

  @AfterEach
  void end() {
    server.stop();
  }

  @Test
  void it_says_that_it_is_starting() {
    var view = web().get("/api/v1/server").body(ServerView.class);

    assertThat(view.state()).isEqualTo(Readiness.STARTING);
    assertThat(view.build()).isEqualTo("build-of-tests");
    assertThat(view.engine()).isEmpty();
    assertThat(view.openRuns()).isEmpty();
    assertThat(view.startedAt()).isBeforeOrEqualTo(Instant.now());
  }

  @Test
  void a_database_that_does_not_answer_lets_nobody_wait_for_the_server_itself() throws Exception {
    var over = new CountDownLatch(1);
    var away = new Fact("database", Health.BROKEN, "The database is away.", "Wait.");
    var troubled = new ApiServer(UnreadyParts.troubled(silent(over), away));
    troubled.start(0);

    var answer =
        CompletableFuture.supplyAsync(() ->
            new Web(troubled.url())
                .as("Authorization", "Bearer " + SampleOtto.TOKEN)
                .get("/api/v1/server"));
    try {
      var view = answer.get(30, TimeUnit.SECONDS).body(ServerView.class);
      assertThat(view.openRuns()).isEmpty();
      assertThat(view.trouble()).containsExactly(away);
    } finally {
      over.countDown();
      troubled.stop();
    }
  }

  /// A database that keeps everybody waiting.
  private static Jdbi silent(CountDownLatch over) {
    return Jdbi.create(
            () -> {
              try {
                over.await();
              } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
              }
              throw new SQLException("it was away", "08006");
            })
        .installPlugin(new SqlObjectPlugin());
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/v1/runs", "/api/v1/runs/latest"})
  void what_needs_the_database_is_asked_for_again_later(String path) {
    var answer = web().get(path);

    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.header("Retry-After")).isEqualTo("1");
    assertThat(answer.problem().code()).isEqualTo("starting");
    assertThat(answer.problem().detail())
        .isEqualTo("Otto is starting: the database is not ready yet.");
  }

  @Test
  void the_live_stream_says_so_too_and_ends_so_that_a_browser_comes_back()
      throws InterruptedException {
    try (var ear = new Ear(server.url().getPort(), "/api/v1/events")) {
      var error = ear.next();

      assertThat(ear.head().getFirst()).startsWith("HTTP/1.1 200");
      assertThat(error.name()).isEqualTo("error");
      assertThat(error.data()).contains("\"code\":\"starting\"");
      assertThat(ear.next().name()).isEqualTo("closed");
    }
  }

  @Test
  void a_run_cannot_be_created_yet() {
    var answer = web().post("/api/v1/runs", NewRun.of("/s", "Greet.", "scripted"));

    assertThat(answer.problem().code()).isEqualTo("starting");
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /api/v1/nothing, 404, no-such-route",
    "GET, /api/nothing, 404, no-such-route",
    "GET, /api, 404, no-such-route",
    "GET, /nothing.js, 404, no-such-route",
    "PUT, /api/v1/runs, 405, method-not-allowed",
    "DELETE, /api/v1/runs/latest, 405, method-not-allowed",
    "PATCH, /, 405, method-not-allowed",
    "POST, /enter, 405, method-not-allowed",
    "TRACE, /api/v1/server, 405, method-not-allowed",
    "BREW, /api/v1/server, 405, method-not-allowed",
    "GET, /api/v1/%00, 400, bad-request",
    "GET, /api/v1/%2e%2e%2fx, 400, bad-request",
  })
  void whatever_is_asked_wrongly_is_answered_as_a_problem(
      String method, String path, int status, String code) {
    var answer = web().send(method, path, "");

    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.problem().code()).isEqualTo(code);
    assertThat(answer.problem().requestId()).matches("[0-9a-f]{16}");
    assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(answer.header("Content-Security-Policy")).isNotEmpty();
  }

  @Test
  void what_is_not_json_is_not_read() {
    var answer = web().as("Content-Type", "text/plain").post("/api/v1/runs", "{\"folder\":\"/s\"}");

    assertThat(answer.status()).isEqualTo(415);
    assertThat(answer.problem().code()).isEqualTo("unsupported-media-type");
  }

  @Test
  void a_bug_is_answered_with_where_to_find_it_and_nothing_of_itself() {
    var buggy = new ApiServer(UnreadyParts.with(new Buggy()));
    buggy.start(0);
    try {
      var answer = web(buggy).get("/api/v1/buggy");

      assertThat(answer.status()).isEqualTo(500);
      assertThat(answer.problem().code()).isEqualTo("unexpected");
      assertThat(answer.problem().requestId()).isEqualTo(answer.header("Otto-Request"));
      assertThat(answer.text()).doesNotContain("secret").doesNotContain("java");
    } finally {
      buggy.stop();
    }
  }

  @Test
  void only_loopback_reaches_it() throws IOException {
    var port = server.url().getPort();
    for (var address : InetAddress.getAllByName(InetAddress.getLocalHost().getHostName())) {
      if (!address.isLoopbackAddress()) {
        assertThatThrownBy(() -> new Socket(address, port).close()).isInstanceOf(IOException.class);
      }
    }
    assertThat(server.url().getHost()).isEqualTo("127.0.0.1");
  }

  @Test
  void a_port_that_is_taken_is_said() throws IOException {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var late = new ApiServer(UnreadyParts.all());

      assertThatThrownBy(() -> late.start(taken.getLocalPort()))
          .hasMessageContaining(String.valueOf(taken.getLocalPort()));
    }
  }

  @Test
  void it_ends_and_starts_again() {
    server.stop();
    assertThatThrownBy(server::url).hasMessageContaining("not started");

    server.start(0);

    assertThat(web().get("/api/v1/server").status()).isEqualTo(200);
  }

  private Web web() {
    return web(server);
  }

  private static Web web(ApiServer server) {
    return new Web(server.url()).as("Authorization", "Bearer " + SampleOtto.TOKEN);
  }

  /// Fails, and knows a secret.
  @Path("buggy")
  public static final class Buggy {
    @GET
    public int bug() {
      return Integer.parseInt("the secret is 42");
    }
  }
}
