package dev.otto.activities.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.otto.activities.agent.AgentEvent;
import dev.otto.activities.agent.AgentTrace;
import dev.otto.activities.agent.ErrorKind;
import dev.otto.activities.agent.model.ScriptedModelServer;
import dev.otto.activities.agent.model.Turn;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the gateway lets pass, and what it sees of it.
class GatewayTest {
  private static final String KEY = "the-real-key";
  private static final Duration PLENTY = Duration.ofSeconds(60);
  private static final String ASKED =
      "{\"model\":\"m\",\"tools\":[{\"name\":\"t\"}],\"stream\":true}";

  private final Gateway gateway = Gateway.open();
  private final HttpClient client = HttpClient.newHttpClient();

  @AfterEach
  void close() {
    client.close();
    gateway.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/v1/messages", "/v1/responses"})
  void what_the_model_says_passes_as_it_is_and_what_it_used_is_counted(String path)
      throws Exception {
    try (var model = ScriptedModelServer.playing(Turn.says("grüße, 水獭"), Turn.says("grüße, 水獭"));
        var visit = gateway.visit(service(model))) {
      var passed = asked(visit, visit.address().token(), path);
      var direct = sent(request(model.base().resolve(path), KEY));

      assertThat(passed.statusCode()).isEqualTo(200);
      assertThat(passed.body().replaceAll("_[0-9]+", "_n"))
          .isEqualTo(direct.body().replaceAll("_[0-9]+", "_n"))
          .contains("grüße, 水獭");
      assertThat(passed.headers().firstValue("content-type")).contains("text/event-stream");
      assertThat(model.journal()).allMatch(one -> KEY.equals(one.headers().get("x-api-key")));
      assertThat(model.journal().getFirst().text()).isEqualTo(ASKED);
      assertThat(visit.wire())
          .isEqualTo(
              new Wire(
                  1,
                  1,
                  1,
                  ScriptedModelServer.READ + ScriptedModelServer.CACHED,
                  ScriptedModelServer.CACHED,
                  ScriptedModelServer.WRITTEN,
                  Optional.empty()));
    }
  }

  @Test
  void a_refusal_passes_as_it_is_and_is_remembered_until_the_service_answers_again()
      throws Exception {
    var refused = Turn.refuses(429, Map.of("retry-after", "17"), "{\"why\":\"too fast\"}");
    try (var model = ScriptedModelServer.playing(refused, Turn.says("Now."));
        var visit = gateway.visit(service(model))) {
      var first = asked(visit, visit.address().token(), "/v1/messages");

      assertThat(first.statusCode()).isEqualTo(429);
      assertThat(first.body()).isEqualTo("{\"why\":\"too fast\"}");
      assertThat(first.headers().firstValue("retry-after")).contains("17");
      assertThat(visit.wire().refused())
          .contains(new Wire.Refused(429, Optional.of(Duration.ofSeconds(17))));

      asked(visit, visit.address().token(), "/v1/messages");

      assertThat(visit.wire().refused()).isEmpty();
    }
  }

  @Test
  void a_model_takes_only_so_many_turns_and_the_refusal_is_ottos_own() throws Exception {
    try (var model = ScriptedModelServer.playing(Turn.says("One."), Turn.says("Two."));
        var visit = gateway.visit(service(model), 1, Bound.NONE)) {
      var first = asked(visit, visit.address().token(), "/v1/messages");
      var second = asked(visit, visit.address().token(), "/v1/messages");

      assertThat(first.statusCode()).isEqualTo(200);
      assertThat(second.statusCode()).isEqualTo(402);
      assertThat(second.body()).contains("turn_limit");
      assertThat(model.everything()).hasSize(1);
      var failed = AgentTrace.of(List.of(new AgentEvent.Finished(false, "", Optional.empty())));
      var trouble = visit.wire().completing(failed).trouble().orElseThrow();
      assertThat(trouble.kind()).isEqualTo(ErrorKind.LIMIT);
      assertThat(trouble.sentence()).contains("took 1 turns");
    }
  }

  @Test
  void what_an_answer_has_used_counts_while_it_is_still_under_way() throws Exception {
    var share = new Share(ScriptedModelServer.READ);
    try (var model =
            ScriptedModelServer.playing(
                Turn.says("I am on").then(new Turn.Step.Stalls()), Turn.says("Never."));
        var visit = gateway.visit(service(model), 9, share)) {
      var first =
          client.sendAsync(
              request(visit.address().base().resolve("/v1/messages"), visit.address().token()),
              BodyHandlers.ofString());
      await().atMost(PLENTY).until(share::usedUp);

      var second = asked(visit, visit.address().token(), "/v1/messages");

      assertThat(first).isNotDone();
      assertThat(second.statusCode()).isEqualTo(402);
      assertThat(second.body()).contains("budget_used_up");
      assertThat(visit.wire().outOfShare()).isTrue();
      assertThat(model.everything()).hasSize(1);
    }
  }

  @Test
  void without_the_token_of_a_call_that_is_under_way_nothing_passes() throws Exception {
    try (var model = ScriptedModelServer.playing(Turn.says("Never."))) {
      var visit = gateway.visit(service(model));

      assertThat(asked(visit, "otto-guessed", "/v1/messages").statusCode()).isEqualTo(401);
      assertThat(asked(visit, KEY, "/v1/messages").statusCode()).isEqualTo(401);
      visit.close();
      assertThat(asked(visit, visit.address().token(), "/v1/messages").statusCode()).isEqualTo(401);
      assertThat(model.everything()).isEmpty();
    }
  }

  @Test
  void nothing_but_asking_a_model_passes() throws Exception {
    try (var model = ScriptedModelServer.playing(Turn.says("Never."));
        var visit = gateway.visit(service(model))) {
      var keys = asked(visit, visit.address().token(), "/v1/organizations/api_keys");

      assertThat(keys.statusCode()).isEqualTo(404);
      assertThat(model.everything()).isEmpty();
    }
  }

  /// Put behind the service's address, each of these would make another host of it, which would
  /// then be shown the key.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "x.evil.example:/v1/messages",
        "http://evil.example/v1/messages",
        "//evil.example/v1/messages",
        "/v1/%6dessages"
      })
  void the_service_is_the_one_that_was_chosen_whatever_the_agent_asks_for(String target)
      throws Exception {
    try (var model = ScriptedModelServer.playing(Turn.says("Never."));
        var visit = gateway.visit(service(model))) {
      assertThat(plainly(target, visit.address().token())).startsWith("HTTP/1.1 404 ");
      assertThat(model.everything()).isEmpty();
      assertThat(visit.wire().requests()).isZero();
    }
  }

  /// The first line of the answer to a request whose target no client would send.
  private String plainly(String target, String token) throws IOException {
    try (var socket = new Socket(gateway.address().getAddress(), gateway.address().getPort())) {
      socket
          .getOutputStream()
          .write(
              "POST %s HTTP/1.1\r\nHost: gateway\r\nx-api-key: %s\r\nContent-Length: 0\r\n\r\n"
                  .formatted(target, token)
                  .getBytes(StandardCharsets.US_ASCII));
      return String.valueOf(
          new BufferedReader(
                  new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
              .readLine());
    }
  }

  @Test
  void a_question_without_an_end_is_refused_and_not_kept() throws Exception {
    try (var model = ScriptedModelServer.playing(Turn.says("Never."));
        var visit = gateway.visit(service(model))) {
      var zeros = new byte[1 << 20];
      var flood =
          BodyPublishers.ofByteArrays(() -> Stream.generate(() -> zeros).limit(65).iterator());
      var request =
          HttpRequest.newBuilder(visit.address().base().resolve("/v1/messages"))
              .header("x-api-key", visit.address().token())
              .POST(flood)
              .build();

      assertThat(sent(request).statusCode()).isEqualTo(413);
      assertThat(model.everything()).isEmpty();
    }
  }

  @Test
  void a_service_that_is_not_there_is_a_refusal_of_the_gateway() throws Exception {
    var gone = ScriptedModelServer.playing(Turn.says("Never."));
    gone.close();
    try (var visit = gateway.visit(service(gone))) {
      assertThat(asked(visit, visit.address().token(), "/v1/messages").statusCode()).isEqualTo(502);
      assertThat(visit.wire().refused()).contains(new Wire.Refused(502, Optional.empty()));
    }
  }

  @Test
  void what_comes_late_does_not_hold_up_what_came_and_ends_with_the_visit() throws Exception {
    var half = Turn.says("The first half.").then(new Turn.Step.Stalls());
    try (var model = ScriptedModelServer.playing(half)) {
      var visit = gateway.visit(service(model));
      var answer = opened(visit);
      var heard = new StringBuilder();
      while (heard.indexOf("The first half.") < 0) {
        heard.append((char) answer.body().read());
      }
      visit.close();

      await().atMost(PLENTY).until(() -> ended(answer));
    }
  }

  @Test
  void each_piece_that_passes_is_told_so_that_a_model_at_work_is_not_taken_for_a_stalled_one()
      throws Exception {
    var half = Turn.says("The first half.").then(new Turn.Step.Stalls());
    try (var model = ScriptedModelServer.playing(half);
        var visit = gateway.visit(service(model))) {
      var pieces = new AtomicInteger();
      visit.tells(pieces::incrementAndGet);

      try (var answer = opened(visit).body()) {
        assertThat(answer.read()).isNotNegative();
        await().atMost(PLENTY).until(() -> pieces.get() > 0);
      }
    }
  }

  @Test
  void neither_key_nor_token_is_printed() {
    try (var model = ScriptedModelServer.playing(Turn.says("."));
        var visit = gateway.visit(service(model))) {
      assertThat(service(model).toString()).doesNotContain(KEY);
      assertThat(visit.address().toString()).doesNotContain(visit.address().token());
    }
  }

  private static boolean ended(HttpResponse<java.io.InputStream> answer) {
    try {
      return answer.body().read() < 0;
    } catch (IOException broken) {
      return true;
    }
  }

  private static Upstream service(ScriptedModelServer model) {
    return new Upstream(model.base(), Upstream.Credential.API_KEY, KEY);
  }

  private HttpResponse<java.io.InputStream> opened(Visit visit) throws Exception {
    return client.send(
        request(visit.address().base().resolve("/v1/messages"), visit.address().token()),
        BodyHandlers.ofInputStream());
  }

  private HttpResponse<String> asked(Visit visit, String token, String path) throws Exception {
    return sent(request(visit.address().base().resolve(path), token));
  }

  private HttpResponse<String> sent(HttpRequest request) throws Exception {
    return client.send(request, BodyHandlers.ofString());
  }

  private static HttpRequest request(URI address, String token) {
    return HttpRequest.newBuilder(address)
        .header("x-api-key", token)
        .header("content-type", "application/json")
        .POST(BodyPublishers.ofString(ASKED))
        .build();
  }

  /// So many tokens, and no more.
  private static final class Share implements Bound {
    private final long most;
    private volatile long passed;

    Share(long most) {
      this.most = most;
    }

    @Override
    public void passed(Wire wire) {
      passed = Math.max(passed, wire.input() + wire.output());
    }

    @Override
    public boolean usedUp() {
      return passed > most;
    }
  }
}
