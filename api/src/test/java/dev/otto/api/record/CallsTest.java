package dev.otto.api.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import dev.otto.api.sample.SampleOtto;
import dev.otto.api.sample.Web;
import dev.otto.model.CallId;
import dev.otto.model.GroupId;
import dev.otto.model.RunId;
import dev.otto.model.call.Answer;
import dev.otto.model.call.CallEvent;
import dev.otto.model.call.CallOrder;
import dev.otto.model.call.CallView;
import dev.otto.model.call.Stage;
import dev.otto.model.call.Usage;
import dev.otto.store.call.CallRows;
import dev.otto.store.run.Events;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The calls of a run, and what their agents said.
class CallsTest {
  private static final Duration PATIENT = Duration.ofSeconds(60);

  private static Path logs;
  private static SampleOtto otto;
  private RunId run;

  @BeforeAll
  static void start(@TempDir Path folder) {
    logs = folder;
    otto = SampleOtto.ready(folder);
  }

  @AfterAll
  static void end() {
    otto.close();
  }

  @BeforeEach
  void ask() {
    run = otto.newRun();
  }

  @Test
  void a_run_without_calls_has_none() {
    assertThat(calls()).isEqualTo(new CallView.Page(List.of()));
  }

  @Test
  void calls_are_listed_in_their_order_with_what_they_came_to() throws IOException {
    opens("build-api-1", 1, "api", "");
    answers("build-api-1", 1);
    opens("build-web-1", 1, "web", "");

    var calls = calls().calls();

    assertThat(calls)
        .extracting(CallView::call, CallView::group, CallView::stage, CallView::log)
        .containsExactly(
            tuple(new CallId("build-api-1"), Optional.of(new GroupId("api")), "build", true),
            tuple(new CallId("build-web-1"), Optional.of(new GroupId("web")), "build", true));
    assertThat(calls.getFirst().outcome()).contains(answer("build-api-1", 1));
    assertThat(calls.getFirst().endedAt()).isPresent();
    assertThat(calls.getLast().endedAt()).isEmpty();
  }

  @Test
  void what_an_agent_said_is_plain_text_and_can_be_read_in_parts() throws IOException {
    opens("build-api-1", 1, "api", "Grüße, said the agent.");

    var whole = log("build-api-1/log");

    assertThat(whole.header("Content-Type")).isEqualTo("text/plain;charset=utf-8");
    assertThat(whole.text()).isEqualTo("Grüße, said the agent.");
    assertThat(log("build-api-1/log?from=9&limit=4").text()).isEqualTo("said");
    assertThat(log("build-api-1/log?from=1000").text()).isEmpty();
  }

  @Test
  void the_newest_try_is_shown_unless_another_one_is_named() throws IOException {
    opens("build-api-1", 1, "api", "the first try");
    opens("build-api-1", 2, "api", "the second try");

    assertThat(log("build-api-1/log").text()).isEqualTo("the second try");
    assertThat(log("build-api-1/log?tries=1").text()).isEqualTo("the first try");
  }

  @Test
  void a_call_that_is_not_there_is_refused_in_one_sentence_with_a_next_step() throws IOException {
    opens("build-api-1", 1, "api", "said");

    for (var call : new String[] {"build-web-1/log", "build-api-1/log?tries=2"}) {
      var answer = log(call);

      assertThat(answer.status()).as(call).isEqualTo(404);
      assertThat(answer.problem().code()).isEqualTo("no-log");
      assertThat(answer.problem().nextStep()).contains("otto show " + run);
    }
    assertThat(otto.web().get("/api/v1/runs/2020/calls").problem().code()).isEqualTo("no-such-run");
    assertThat(otto.web().get("/api/v1/runs/2020/calls/c/log").problem().code())
        .isEqualTo("no-such-run");
  }

  @Test
  void what_an_agent_was_told_can_be_read_and_its_digest_is_on_the_call() throws IOException {
    opens("build-api-1", 1, "api", "said");
    var prompt = otto.contents.keep("Build the api.");
    rows(rows -> rows.told(run.value(), "build-api-1", 1, prompt.hex()));
    rows(rows ->
        rows.touched(run.value(), "build-api-1", 1, new CallRows.Touched(List.of(".mcp.json"))));
    opens("build-web-1", 1, "web", "said");

    assertThat(log("build-api-1/prompt").text()).isEqualTo("Build the api.");
    assertThat(calls().calls().getFirst().prompt()).contains(prompt);
    assertThat(calls().calls().getFirst().touched()).containsExactly(".mcp.json");
    assertThat(calls().calls().getLast().prompt()).isEmpty();
    assertThat(log("build-web-1/prompt").problem().code()).isEqualTo("no-prompt");
  }

  @ParameterizedTest
  @ValueSource(strings = {"from=-1", "from=x", "limit=1048577", "wait=21", "tries=one"})
  void a_number_that_is_none_is_refused(String query) throws IOException {
    opens("build-api-1", 1, "api", "said");

    var answer = log("build-api-1/log?" + query);

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.problem().violations()).isNotEmpty();
  }

  /// S-5
  @Test
  void a_log_outside_of_the_folder_of_logs_is_not_read(@TempDir Path elsewhere) throws IOException {
    Files.writeString(elsewhere.resolve("stdout.log"), "secret");
    opens("build-api-1", 1, "api", elsewhere);
    var inside = Files.createDirectories(logs.resolve("c2"));
    Files.createSymbolicLink(inside.resolve("stdout.log"), elsewhere.resolve("stdout.log"));
    opens("build-web-1", 1, "web", inside);

    assertThat(log("build-api-1/log").text()).isEmpty();
    assertThat(log("build-web-1/log").text()).isEmpty();
  }

  @Test
  void who_waits_is_answered_when_the_agent_goes_on() throws IOException {
    var folder = opens("build-api-1", 1, "api", "first ");

    var waiting = waiting("build-api-1/log?from=6&wait=20");
    await().atMost(PATIENT).until(() -> otto.server.streams() == 1);
    Files.writeString(folder.resolve("stdout.log"), "second", StandardOpenOption.APPEND);

    assertThat(waiting.join().text()).isEqualTo("second");
  }

  @Test
  void who_waits_is_answered_when_the_call_has_ended() throws IOException {
    opens("build-api-1", 1, "api", "all of it");

    var waiting = waiting("build-api-1/log?from=9&wait=20");
    await().atMost(PATIENT).until(() -> otto.server.streams() == 1);
    answers("build-api-1", 1);
    announce();

    assertThat(waiting.join().text()).isEmpty();
    assertThat(otto.server.streams()).isZero();
  }

  @Test
  void what_is_there_is_not_waited_for() throws IOException {
    opens("build-api-1", 1, "api", "said");
    answers("build-api-1", 1);

    assertThat(log("build-api-1/log?wait=20").text()).isEqualTo("said");
    assertThat(log("build-api-1/log?from=4&wait=20").text()).isEmpty();
  }

  private CallView.Page calls() {
    return otto.web().get("/api/v1/runs/%s/calls".formatted(run)).body(CallView.Page.class);
  }

  private Web.Answer log(String path) {
    return otto.web().get("/api/v1/runs/%s/calls/%s".formatted(run, path));
  }

  private CompletableFuture<Web.Answer> waiting(String path) {
    return CompletableFuture.supplyAsync(() -> log(path));
  }

  private Path opens(String call, int tries, String group, String said) throws IOException {
    var folder = Files.createDirectories(logs.resolve("runs/%s/%s-%d".formatted(run, call, tries)));
    Files.writeString(folder.resolve("stdout.log"), said);
    opens(call, tries, group, folder);
    return folder;
  }

  private void opens(String call, int tries, String group, Path folder) {
    var opened =
        otto.database
            .jdbi()
            .withExtension(
                CallRows.class,
                rows ->
                    rows.open(
                        run.value(), call, tries, 0, "h-1", "build", group, folder.toString()));
    assertThat(opened).isOne();
  }

  private void rows(Consumer<CallRows> change) {
    otto.database.jdbi().useExtension(CallRows.class, change::accept);
  }

  private void answers(String call, int tries) {
    otto.database
        .jdbi()
        .useExtension(
            CallRows.class,
            rows -> rows.conclude(run.value(), call, tries, 0, 12, answer(call, tries)));
  }

  private void announce() {
    otto.database.jdbi().useExtension(Events.class, Events::announce);
  }

  private static CallEvent answer(String call, int tries) {
    var order =
        CallOrder.first(new CallId(call), Stage.BUILD, Optional.of(new GroupId("api")), tries, 0);
    return new CallEvent.Answered(order, new Answer.Done(Optional.empty()), Usage.NONE);
  }
}
