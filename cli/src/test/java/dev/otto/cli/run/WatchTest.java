package dev.otto.cli.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.otto.cli.sample.SampleRun;
import dev.otto.cli.sample.ToldServer;
import dev.otto.cli.sample.Typed;
import dev.otto.model.CallId;
import dev.otto.model.GroupId;
import dev.otto.model.audit.Verdict;
import dev.otto.model.call.CallEvent;
import dev.otto.model.call.CallOrder;
import dev.otto.model.call.Stage;
import dev.otto.model.group.GroupEvent;
import dev.otto.model.run.Phase;
import dev.otto.model.run.RunEvent;
import dev.otto.model.run.RunNews;
import dev.otto.model.spec.SpecEvent;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Following a run: what is told, when the server is asked, and what happens when it goes away.
class WatchTest {
  private static final Duration PATIENT = Duration.ofSeconds(60);
  private static final GroupId API = new GroupId("api");
  private static final RunNews THE_END =
      SampleRun.news(
          99, 102, new RunEvent.Ended(Verdict.PASSED, "everything is proven", SampleRun.SPEC));

  /// Each watcher has a thread of its own: one that hangs holds up nobody else.
  private static final Executor PEOPLE = task -> Thread.ofVirtual().start(task);

  @TempDir private Path home;
  private ToldServer server;

  @BeforeEach
  void serve() {
    server = ToldServer.in(home);
  }

  @AfterEach
  void end() {
    server.close();
  }

  @Test
  void in_a_pipe_each_event_worth_it_is_one_line() {
    server.shows(SampleRun.working(Phase.BUILD).view());
    happens(1, new SpecEvent.Compiled(1, SampleRun.SPEC, "Portal", List.of()));
    happens(2, new SpecEvent.Approved(SampleRun.SPEC, "me", Optional.empty()));
    happens(3, new GroupEvent.MergeOrdered(SampleRun.COMMIT, SampleRun.START));
    happens(4, new GroupEvent.Merged(SampleRun.COMMIT, SampleRun.TREE, false, 12));

    var typed = watched();
    await().atMost(PATIENT).until(() -> server.listeners() == 1);
    ends();

    assertThat(typed.join().out().replaceAll("(?m)^\\d\\d:\\d\\d:\\d\\d", "hh:mm:ss"))
        .isEqualTo(
            """
            hh:mm:ss  spec, revision 1: Portal (0 groups)
            hh:mm:ss  spec approved by me
            hh:mm:ss  api: merged at c0ffee00c0
            hh:mm:ss  ended: passed, everything is proven
            passed: everything is proven after 1:42
              proof    /home/me/portal/otto_logs/sessions/2026-11-21-090312-a1b2c3/proof-packet.html
              product  branch otto/2026-11-21-090312-a1b2c3, commit c0ffee00c0
              get it   git clone -q -b otto/2026-11-21-090312-a1b2c3 /home/me/portal \
            /tmp/otto-2026-11-21-090312-a1b2c3 && cd /tmp/otto-2026-11-21-090312-a1b2c3
              land it  otto land 2026-11-21-090312-a1b2c3
              details  otto show 2026-11-21-090312-a1b2c3
            """);
  }

  /// The run is seen to have ended before the stream has told how.
  @Test
  void every_event_up_to_the_last_is_told_once_and_in_order() {
    server.shows(SampleRun.working(Phase.BUILD).view());
    happens(1, new GroupEvent.Failed("the first"));
    var typed = watched();
    await().atMost(PATIENT).until(() -> told(typed).contains("the first"));

    IntStream.range(2, 7)
        .mapToObj(number -> failed(number, "number " + number))
        .forEach(server::happenedUnheard);
    server.happenedUnheard(THE_END);
    server.shows(SampleRun.ended(Verdict.PASSED).view());
    server.tells(failed(2, "number 2"));

    assertThat(sentences(typed.join()))
        .containsExactly(
            "api: failed: the first",
            "api: failed: number 2",
            "api: failed: number 3",
            "api: failed: number 4",
            "api: failed: number 5",
            "api: failed: number 6",
            "ended: passed, everything is proven");
  }

  @Test
  void what_the_log_has_told_is_not_told_again_by_the_stream() {
    server.shows(SampleRun.working(Phase.BUILD).view());
    happens(1, new GroupEvent.Failed("the first"));
    var typed = watched();
    await().atMost(PATIENT).until(() -> told(typed).contains("the first"));

    server.happenedUnheard(failed(2, "the second"));
    server.tells("event: resync\ndata: {\"after\":1}\n\n");
    await().atMost(PATIENT).until(() -> told(typed).contains("the second"));
    server.tells(failed(2, "the second"));
    ends();

    assertThat(sentences(typed.join()))
        .containsExactly(
            "api: failed: the first",
            "api: failed: the second",
            "ended: passed, everything is proven");
  }

  @Test
  void the_story_of_a_run_that_has_ended_is_told_too() {
    happens(1, new GroupEvent.Failed("the first"));
    ends();

    assertThat(sentences(Typed.at(home).line("watch")))
        .containsExactly("api: failed: the first", "ended: passed, everything is proven");
  }

  @Test
  void the_exit_code_is_the_verdicts() {
    server.shows(SampleRun.ended(Verdict.PARTIAL).view());

    assertThat(Typed.at(home).line("watch").exit()).isEqualTo(1);
  }

  /// What was told, without the clock, up to the outcome.
  private static List<String> sentences(Typed typed) {
    return typed.lines().stream()
        .filter(line -> line.matches("\\d\\d:\\d\\d:\\d\\d  .*"))
        .map(line -> line.substring(10))
        .toList();
  }

  private static RunNews failed(long number, String why) {
    return SampleRun.news(number, number, new RunEvent.OfGroup(API, new GroupEvent.Failed(why)));
  }

  @Test
  void a_run_that_has_ended_is_not_waited_for() {
    server.shows(SampleRun.ended(Verdict.PASSED).view());

    assertThat(Typed.at(home).line("watch", "latest").exit()).isZero();
    assertThat(server.asked("GET", "events")).isEmpty();
  }

  /// W-61
  @Test
  void nothing_is_asked_while_nothing_happens() throws Exception {
    server.shows(SampleRun.working(Phase.BUILD).view());
    var typed = watched();
    await().atMost(PATIENT).until(() -> server.listeners() == 1);
    await().atMost(PATIENT).until(() -> server.asked("GET", "runs/" + SampleRun.ID).size() == 1);

    await()
        .during(Duration.ofMillis(1_500))
        .atMost(Duration.ofSeconds(5))
        .until(() -> server.asked("GET", "runs/" + SampleRun.ID).size() == 1);

    ends();
    typed.join();
  }

  @Test
  void a_broken_stream_goes_on_after_the_last_event() {
    server.shows(SampleRun.working(Phase.BUILD).view());
    happens(7, new GroupEvent.Failed("too many attempts"));
    var typed = watched();
    await().atMost(PATIENT).until(() -> server.listeners() == 1);

    server.hangsUp();
    await().atMost(PATIENT).until(() -> server.listeners() == 1);
    happens(8, new GroupEvent.Cancelled("api failed"));
    ends();

    assertThat(typed.join().out()).containsOnlyOnce("too many").containsOnlyOnce("cancelled");
    assertThat(server.asked("GET", "events"))
        .extracting(ToldServer.Asked::path)
        .containsExactly(
            "events?run=%s&after=0".formatted(SampleRun.ID),
            "events?run=%s&after=7".formatted(SampleRun.ID));
  }

  @Test
  void a_server_that_goes_away_is_waited_for_wherever_it_comes_back() {
    server.shows(SampleRun.working(Phase.BUILD).view());
    var typed = watched();
    await().atMost(PATIENT).until(() -> server.listeners() == 1);

    server.close();
    await().atMost(PATIENT).until(() -> told(typed).contains(Sentences.AWAY));
    server = ToldServer.in(home);
    server.shows(SampleRun.working(Phase.BUILD).view());
    await().atMost(PATIENT).until(() -> server.listeners() == 1);
    ends();

    assertThat(typed.join().out())
        .containsOnlyOnce(Sentences.AWAY)
        .containsOnlyOnce(Sentences.BACK)
        .contains("passed: everything is proven");
  }

  @Test
  void an_event_without_a_word_in_this_build_is_passed_over() {
    server.shows(SampleRun.working(Phase.BUILD).view());
    var typed = watched();
    await().atMost(PATIENT).until(() -> server.listeners() == 1);

    server.tells("event: event\ndata: {\"id\": 3, \"type\": \"beamed-up\", \"data\": {}}\n\n");
    ends();

    assertThat(typed.join().exit()).isZero();
  }

  @Test
  void on_a_terminal_the_run_is_drawn_over_itself_and_cleared_at_its_end() {
    server.shows(SampleRun.working(Phase.BUILD).group("api", "building", 1).view());
    var typed = Typed.at(home).onTerminal();
    var done = CompletableFuture.supplyAsync(() -> typed.line("watch"), PEOPLE);
    await().atMost(PATIENT).until(() -> server.listeners() == 1);
    happens(
        1,
        new CallEvent.Ordered(
            CallOrder.first(new CallId("c1"), Stage.BUILD, Optional.of(API), 1, 0)));
    await().atMost(PATIENT).until(() -> typed.out().contains("agent works (build)"));
    ends();

    var out = done.join().out();
    assertThat(out).contains("\033[?25l").contains("\033[4A").contains("\033[J");
    assertThat(out.substring(out.lastIndexOf("\033[J")))
        .startsWith("\033[J\033[?7h\033[?7h\033[?25hpassed: everything is proven");
  }

  private CompletableFuture<Typed> watched() {
    watching = Typed.at(home);
    return CompletableFuture.supplyAsync(() -> watching.line("watch"), PEOPLE);
  }

  private Typed watching = Typed.at(Path.of("/"));

  private String told(CompletableFuture<Typed> typed) {
    assertThat(typed).isNotDone();
    return watching.out();
  }

  private void ends() {
    server.ends(SampleRun.ended(Verdict.PASSED).view(), THE_END);
  }

  private void happens(long id, SpecEvent event) {
    server.happened(SampleRun.news(id, id, new RunEvent.OfSpec(event)));
  }

  private void happens(long id, GroupEvent event) {
    server.happened(SampleRun.news(id, id, new RunEvent.OfGroup(API, event)));
  }

  private void happens(long id, CallEvent event) {
    server.happened(SampleRun.news(id, id, new RunEvent.OfCall(event)));
  }
}
