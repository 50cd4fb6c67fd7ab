package dev.otto.cli.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.otto.cli.sample.SampleRun;
import dev.otto.cli.sample.ToldServer;
import dev.otto.cli.sample.Typed;
import dev.otto.model.CallId;
import dev.otto.model.GroupId;
import dev.otto.model.HostId;
import dev.otto.model.audit.Verdict;
import dev.otto.model.call.Answer;
import dev.otto.model.call.CallEvent;
import dev.otto.model.call.CallOrder;
import dev.otto.model.call.CallView;
import dev.otto.model.call.Stage;
import dev.otto.model.call.Usage;
import dev.otto.model.json.Json;
import dev.otto.model.run.Phase;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the agents of a run said.
class LogsCommandTest {
  private static final Duration PATIENT = Duration.ofSeconds(60);
  private static final CallView SPEC = call("c1", 1, Optional.empty(), true);
  private static final CallView API = call("c2", 1, Optional.of("api"), true);
  private static final CallView API_AGAIN = call("c3", 2, Optional.of("api"), true);
  private static final CallView WEB = call("c4", 1, Optional.of("web"), true);

  @TempDir private Path home;
  private ToldServer server;

  @BeforeEach
  void serve() {
    server = ToldServer.in(home);
    server.shows(SampleRun.working(Phase.BUILD).view());
    calls(SPEC, API, API_AGAIN, WEB);
    says(SPEC, 0, "the spec\n");
    says(API, 0, "the api\n");
    says(API_AGAIN, 0, "the api again\n");
    says(WEB, 0, "the web\n");
  }

  @AfterEach
  void end() {
    server.close();
  }

  @Test
  void the_newest_call_is_shown_and_named_beside_what_was_said() {
    var typed = Typed.at(home).line("logs");

    assertThat(typed.exit()).isZero();
    assertThat(typed.out()).isEqualTo("the web\n");
    assertThat(typed.err())
        .matches("otto: call c4, build of group web, try 1, started .* ago: done\n");
  }

  @Test
  void a_group_has_its_newest_call_and_a_call_its_newest_try() {
    assertThat(Typed.at(home).line("logs", "latest", "--group", "api").out())
        .isEqualTo("the api again\n");
    assertThat(Typed.at(home).line("logs", "--call", "c2").out()).isEqualTo("the api\n");
    assertThat(Typed.at(home).line("logs", "--call", "c1", SampleRun.ID.value()).out())
        .isEqualTo("the spec\n");
  }

  @Test
  void lines_of_the_protocol_are_told_in_words_and_others_as_they_are() {
    says(
        WEB,
        0,
        """
        {"type":"started","protocol":"otto-agent/1","conversation":"x","program":"my-agent 2.1"}
        {"type":"reasoning","text":"The check\\nis missing."}
        {"type":"message","text":"Grüße"}
        {"type":"tool-call","id":"t1","kind":"shell","name":"bash","input":{"command":"mvn test"}}
        {"type":"tool-result","id":"t1","ok":false,"exit":1,"output":"1 test failed"}
        {"type":"tool-call","id":"t2","kind":"edit","name":"edit","input":{"path":"a.txt"}}
        {"type":"tool-result","id":"t2","ok":true}
        {"type":"usage","input":12000,"cached":9000,"output":800}
        {"type":"error","kind":"server","text":"Try later."}
        {"type":"of-tomorrow","text":"?"}
        {broken
        no json \033[2J at all
        {"type":"finished","outcome":"succeeded"}\
        """);

    assertThat(Typed.at(home).line("logs").out())
        .isEqualTo(
            """
            started my-agent 2.1
            ~ The check
            ~ is missing.
            Grüße
            $ bash mvn test
              failed, exit code 1
              1 test failed
            $ edit {"path":"a.txt"}
              ok
            tokens: 12000 in (9000 cached), 800 out
            error, server: Try later.
            {"type":"of-tomorrow","text":"?"}
            {broken
            no json \uFFFD[2J at all
            finished: succeeded
            """);
  }

  @Test
  void a_long_log_is_read_in_parts_that_may_end_within_a_character() {
    var first = "one\nGr\u00fc\u00dfe".getBytes(StandardCharsets.UTF_8);
    server.answersBytes(path(WEB, 0, 0), Arrays.copyOf(first, 7));
    server.answersBytes(path(WEB, 7, 0), Arrays.copyOfRange(first, 7, first.length));
    server.answersText(path(WEB, first.length, 0), "");

    assertThat(Typed.at(home).line("logs").out()).isEqualTo("one\nGrüße\n");
  }

  @Test
  void a_call_is_followed_until_it_has_ended_and_its_last_words_are_not_lost() {
    var open = call("c4", 1, Optional.of("web"), false);
    calls(open);
    server.answersText(path(WEB, 0, 20), "first\n");
    server.answersText(path(WEB, 6, 20), "");
    server.answersText(path(WEB, 6, 0), "last\n");
    server.answersText(path(WEB, 11, 0), "");
    var typed = Typed.at(home);
    var following =
        CompletableFuture.supplyAsync(
            () -> typed.line("logs", "--follow"), task -> Thread.ofVirtual().start(task));
    await().atMost(PATIENT).until(() -> typed.out().equals("first\n"));
    assertThat(typed.err()).contains("the agent works");
    assertThat(following).isNotDone();

    calls(WEB);

    assertThat(following.join().out()).isEqualTo("first\nlast\n");
    assertThat(following.join().exit()).isZero();
  }

  /// A call that was never concluded, because its run ended first.
  @Test
  void a_call_of_a_run_that_has_ended_is_not_followed_for_ever() {
    calls(call("c4", 1, Optional.of("web"), false));
    server.shows(SampleRun.ended(Verdict.ABORTED).view());

    assertThat(Typed.at(home).line("logs", "--follow").out()).isEqualTo("the web\n");
  }

  @Test
  void what_an_agent_was_told_is_shown_instead_of_what_it_said() {
    server.answersText(
        "runs/%s/calls/c2/prompt?tries=1".formatted(SampleRun.ID), "Build the api.\nPlease.\n");

    assertThat(Typed.at(home).line("logs", "--call", "c2", "--prompt").out())
        .isEqualTo("Build the api.\nPlease.\n");
  }

  @Test
  void for_programs_the_calls_are_listed() throws Exception {
    var all = Typed.at(home).line("logs", "--json").out();
    var ofGroup = Typed.at(home).line("logs", "--json", "--group", "api").out();

    assertThat(List.of(Json.own().readValue(all, CallView[].class)))
        .containsExactly(SPEC, API, API_AGAIN, WEB);
    assertThat(List.of(Json.own().readValue(ofGroup, CallView[].class)))
        .containsExactly(API, API_AGAIN);
    assertThat(server.asked("GET", "runs/%s/calls/".formatted(SampleRun.ID))).isEmpty();
  }

  @Test
  void what_is_not_there_is_one_sentence_and_a_next_step() {
    refused("Run %s has no call c9. See its calls with `otto logs %s --json`.", "--call", "c9");
    refused(
        "Run %s has called no agent for a group mail. See its calls with `otto logs %s --json`.",
        "--group", "mail");
    calls();
    refused("Run %s has called no agent yet. See where it stands with `otto show %s`.");
    assertThat(Typed.at(home).line("logs", "--json").out()).isEqualTo("[]\n");
  }

  @Test
  void wrong_words_are_one_sentence_and_a_next_step() {
    for (var words :
        List.of(
            List.of("logs", "--json", "--follow"),
            List.of("logs", "--json", "--prompt"),
            List.of("logs", "--follow", "--prompt"),
            List.of("logs", "one", "two"),
            List.of("logs", "--group", ""))) {
      var typed = Typed.at(home).line(words.toArray(String[]::new));

      assertThat(typed.exit()).isEqualTo(2);
      assertThat(typed.err()).hasLineCount(1).endsWith("See `otto logs --help`.\n");
    }
  }

  private void refused(String sentence, String... options) {
    var words = new ArrayList<>(List.of("logs", "latest"));
    words.addAll(List.of(options));

    var typed = Typed.at(home).line(words.toArray(String[]::new));

    assertThat(typed.exit()).isEqualTo(2);
    assertThat(typed.out()).isEmpty();
    assertThat(typed.err())
        .isEqualTo("otto: " + sentence.formatted(SampleRun.ID, SampleRun.ID) + "\n");
  }

  private void calls(CallView... calls) {
    server.answers("runs/%s/calls".formatted(SampleRun.ID), new CallView.Page(List.of(calls)));
  }

  private void says(CallView call, long from, String text) {
    server.answersText(path(call, from, 0), text);
    var end = from + text.getBytes(StandardCharsets.UTF_8).length;
    server.answersText(path(call, end, 0), "");
  }

  private static String path(CallView call, long from, int wait) {
    return "runs/%s/calls/%s/log?tries=%d&from=%d&wait=%d"
        .formatted(SampleRun.ID, call.call(), call.tries(), from, wait);
  }

  private static CallView call(String name, int tries, Optional<String> group, boolean ended) {
    var order = CallOrder.first(new CallId(name), Stage.BUILD, group.map(GroupId::new), 1, 0);
    return new CallView(
        new CallId(name),
        tries,
        "build",
        group.map(GroupId::new),
        new HostId("h-1"),
        SampleRun.START,
        ended ? Optional.of(Instant.EPOCH) : Optional.empty(),
        ended ? Optional.of(12L) : Optional.empty(),
        ended
            ? Optional.of(
                new CallEvent.Answered(order, new Answer.Done(Optional.empty()), Usage.NONE))
            : Optional.empty(),
        true,
        Optional.empty(),
        List.of());
  }
}
