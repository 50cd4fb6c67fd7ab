package dev.otto.cli.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.otto.cli.api.Api;
import dev.otto.cli.sample.SampleRun;
import dev.otto.cli.sample.ToldServer;
import dev.otto.cli.sample.Typed;
import dev.otto.cli.shell.Output;
import dev.otto.model.GroupId;
import dev.otto.model.audit.Verdict;
import dev.otto.model.group.GroupEvent;
import dev.otto.model.run.Phase;
import dev.otto.model.run.RunEvent;
import dev.otto.model.run.RunNews;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A stream that is cut, refused or in trouble: it is opened again, ever more seldom, and nothing
/// of the run is lost over it (W-61).
class LostConnectionTest {
  private static final Duration PATIENT = Duration.ofSeconds(60);
  private static final String TROUBLE =
      """
      event: error
      data: {"status":503,"code":"database-away","detail":"The database is away."}

      """;
  private static final String HELLO =
      """
      event: hello
      data: {"bootId":"b","after":7}

      """;

  /// Each watcher has a thread of its own: one that hangs holds up nobody else.
  private static final Executor PEOPLE = task -> Thread.ofVirtual().start(task);

  @TempDir private Path home;
  private ToldServer server;
  private Typed typed = Typed.at(Path.of("/"));

  @BeforeEach
  void serve() {
    server = ToldServer.in(home);
    server.shows(SampleRun.working(Phase.BUILD).view());
  }

  @AfterEach
  void end() {
    server.close();
  }

  @Test
  void a_server_in_trouble_is_asked_again_until_it_recovers_and_that_is_told_once() {
    server.happened(failed(7));
    var watching = watched();
    await().atMost(PATIENT).until(() -> server.listeners() == 1);

    server
        .cutsNextStream(TROUBLE)
        .cutsNextStream("")
        .refusesNextStream(503, "starting")
        .refusesNextStream(500, "unexpected")
        .cutsNextStream(HELLO + TROUBLE);
    server.hangsUp();
    await().atMost(PATIENT).until(() -> server.listeners() == 1);
    await().atMost(PATIENT).until(() -> told(watching).contains(Sentences.BACK));
    server.happened(failed(8));
    ends();

    assertThat(watching.join().out())
        .containsSubsequence(
            "failed: for the 7th time",
            Sentences.AWAY,
            Sentences.BACK,
            "failed: for the 8th time",
            "ended: passed")
        .containsOnlyOnce(Sentences.AWAY)
        .containsOnlyOnce(Sentences.BACK)
        .containsOnlyOnce("7th");
    assertThat(streams())
        .startsWith("events?run=%s&after=0".formatted(SampleRun.ID))
        .hasSize(7)
        .last()
        .isEqualTo("events?run=%s&after=7".formatted(SampleRun.ID));
  }

  @Test
  void each_try_comes_after_a_longer_pause_up_to_a_longest() {
    IntStream.range(0, 9).forEach(_ -> server.cutsNextStream(HELLO + TROUBLE));
    var pauses = new CopyOnWriteArrayList<Duration>();
    typed = Typed.at(home);
    var teller = new PlainTeller(SampleRun.ID, typed.shell().out(), ZoneId.of("UTC"));

    var watching =
        CompletableFuture.supplyAsync(
            () ->
                new Watch(
                        new Api(typed.shell()),
                        SampleRun.working(Phase.BUILD).view(),
                        teller,
                        new Connection(teller, pauses::add))
                    .untilEnded(),
            PEOPLE);
    await().atMost(PATIENT).until(() -> server.listeners() == 1);
    ends();
    watching.join();

    assertThat(pauses)
        .extracting(Duration::toMillis)
        .startsWith(100L, 200L, 400L, 800L, 1_000L, 600L, 1_000L, 1_000L, 1_000L, 200L)
        .endsWith(1_000L, 1_000L, 1_000L, 1_000L, 1_000L)
        .hasSize(4 + 2 + 4 + 3 * 5);
  }

  @Test
  void after_a_recovery_the_pauses_are_short_again() {
    var pauses = new CopyOnWriteArrayList<Duration>();
    var connection =
        new Connection(new PlainTeller(SampleRun.ID, out(), ZoneId.of("UTC")), pauses::add);

    connection.opened();
    connection.pause();
    connection.pause();
    connection.well();
    connection.pause();

    assertThat(pauses).extracting(Duration::toMillis).containsExactly(100L, 200L, 100L);
  }

  @Test
  void what_a_lost_stream_still_had_to_say_is_no_sign_of_life() {
    var watched = Typed.at(home);
    var teller = new PlainTeller(SampleRun.ID, watched.shell().out(), ZoneId.of("UTC"));
    var connection = new Connection(teller, _ -> {});
    connection.opened();

    connection.lost();
    connection.well();
    connection.lost();
    connection.opened();
    connection.well();

    assertThat(watched.lines()).containsExactly(Sentences.AWAY, Sentences.BACK);
  }

  @Test
  void a_place_that_the_server_does_not_know_any_more_is_given_up_and_nothing_is_lost() {
    server.happened(failed(7));
    var watching = watched();
    await().atMost(PATIENT).until(() -> told(watching).contains("7th"));

    server.refusesNextStream(410, "gone");
    server.happenedUnheard(failed(8)).happenedUnheard(failed(9)).happenedUnheard(failed(10));
    server.hangsUp();
    await().atMost(PATIENT).until(() -> told(watching).contains("10th"));
    ends();

    assertThat(watching.join().out())
        .containsSubsequence("7th", "8th", "9th", "10th", "ended: passed")
        .containsOnlyOnce("8th")
        .containsOnlyOnce("10th");
    assertThat(streams())
        .containsExactly(
            "events?run=%s&after=0".formatted(SampleRun.ID),
            "events?run=%s&after=7".formatted(SampleRun.ID),
            "events?run=%s".formatted(SampleRun.ID));
  }

  @Test
  void a_stream_that_will_never_be_told_ends_the_watch_in_the_words_of_the_server() {
    server.cutsNextStream(
        """
        event: error
        data: {"status":404,"code":"no-such-run","detail":"There is no run x.","nextStep":"See `otto runs`."}

        """);

    var watched = Typed.at(home).line("watch");

    assertThat(watched.exit()).isEqualTo(2);
    assertThat(watched.err()).isEqualTo("otto: There is no run x. See `otto runs`.\n");
  }

  private CompletableFuture<Typed> watched() {
    typed = Typed.at(home);
    return CompletableFuture.supplyAsync(() -> typed.line("watch"), PEOPLE);
  }

  private String told(CompletableFuture<Typed> watching) {
    assertThat(watching).isNotDone();
    return typed.out();
  }

  private Output out() {
    return Typed.at(home).shell().out();
  }

  private List<String> streams() {
    return server.asked("GET", "events").stream().map(ToldServer.Asked::path).toList();
  }

  private static RunNews failed(long number) {
    return SampleRun.news(
        number,
        number,
        new RunEvent.OfGroup(
            new GroupId("api"), new GroupEvent.Failed("for the %dth time".formatted(number))));
  }

  private void ends() {
    server.ends(
        SampleRun.ended(Verdict.PASSED).view(),
        SampleRun.news(99, 102, new RunEvent.Ended(Verdict.PASSED, "proven", SampleRun.SPEC)));
  }
}
