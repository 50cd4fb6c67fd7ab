package dev.otto.api.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.otto.api.sample.Ear;
import dev.otto.api.sample.SampleOtto;
import dev.otto.model.RunId;
import dev.otto.model.json.Json;
import dev.otto.model.problem.Problem;
import dev.otto.model.run.RunEntry;
import dev.otto.model.run.RunEvent;
import dev.otto.model.run.RunNews;
import dev.otto.model.run.RunView;
import dev.otto.model.server.StreamHello;
import dev.otto.store.run.Events;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Everything that happens is told live, in order and without a gap.
class LiveStreamTest {
  private static final String EVENTS = "/api/v1/events";
  private static final Duration PATIENT = Duration.ofSeconds(15);

  @TempDir private Path logs;
  private SampleOtto otto;

  @BeforeEach
  void start() {
    otto = SampleOtto.ready(logs);
  }

  @AfterEach
  void end() {
    otto.close();
  }

  @Test
  void it_says_hello_at_once_and_is_neither_compressed_nor_kept() throws InterruptedException {
    try (var ear = listening(EVENTS)) {
      var hello = ear.next();

      assertThat(ear.head().getFirst()).startsWith("HTTP/1.1 200");
      assertThat(String.join("\n", ear.head()))
          .contains("Content-Type: text/event-stream")
          .contains("Cache-Control: no-store")
          .doesNotContain("Content-Encoding");
      assertThat(hello.name()).isEqualTo("hello");
      assertThat(hello.id()).isEqualTo("0");
      var said = Json.value(hello.data(), StreamHello.class);
      assertThat(said.bootId()).isNotBlank();
      assertThat(said.uiBuild()).isEqualTo("build-of-tests");
      assertThat(said.apiVersion()).isEqualTo("1");
    }
  }

  @Test
  void what_happens_is_told_whole_as_soon_as_it_is_stored() throws InterruptedException {
    try (var ear = listening(EVENTS)) {
      ear.next();

      var run = otto.newRun();

      var said = ear.next();
      var row = stored(0).getFirst();
      assertThat(said.name()).isEqualTo("message");
      assertThat(said.id()).isEqualTo(String.valueOf(row.id()));
      assertThat(said.news())
          .isEqualTo(
              new RunNews(
                  row.id(),
                  row.at(),
                  otto.web().get("/api/v1/runs/" + run).body(RunView.class).project(),
                  run,
                  1,
                  "created",
                  row.body()));
    }
  }

  @Test
  void without_a_place_it_begins_with_what_happens_next() throws InterruptedException {
    otto.newRun();
    try (var ear = listening(EVENTS)) {
      assertThat(ear.next().id()).isEqualTo(String.valueOf(newest()));
      var run = otto.newRun();

      assertThat(ear.news().run()).isEqualTo(run);
    }
  }

  @Test
  void after_a_place_everything_is_told_also_over_many_pages() throws InterruptedException {
    var run = otto.newRun();
    var lease = otto.checkpoints.take(run).lease();
    for (int batch = 0; batch < 11; batch++) {
      otto.checkpoints.record(lease, 2 + batch * 100L, pausesAndResumes(100));
    }

    try (var ear = listening(EVENTS + "?after=0")) {
      var ids = new ArrayList<Long>();
      for (int i = 0; i < 1101; i++) {
        ids.add(ear.news().id());
      }

      assertThat(ids).isEqualTo(stored(0).stream().map(Events.Row::id).toList());
    }
  }

  @Test
  void a_browser_that_comes_back_goes_on_where_it_was_whatever_its_address_says()
      throws InterruptedException {
    otto.newRun();
    var second = otto.newRun();
    var ids = stored(0).stream().map(Events.Row::id).toList();

    try (var ear = listening(EVENTS + "?after=0", "Last-Event-ID: " + ids.getFirst())) {
      assertThat(ear.news().run()).isEqualTo(second);
    }
  }

  @Test
  void a_place_that_is_not_known_is_told_to_look_at_everything_again() throws InterruptedException {
    otto.newRun();
    for (var place : List.of("999999", "-1", "x", "1e3", "99999999999999999999")) {
      try (var ear = listening(EVENTS + "?after=" + place)) {
        assertThat(ear.next().name()).isEqualTo("hello");
        var resync = ear.next();
        assertThat(resync.name()).as(place).isEqualTo("resync");
        assertThat(resync.id()).isEqualTo(String.valueOf(newest()));

        var run = otto.newRun();
        assertThat(ear.news().run()).isEqualTo(run);
      }
    }
  }

  @Test
  void one_run_can_be_listened_to() throws InterruptedException {
    var run = otto.newRun();
    try (var ear = listening(EVENTS + "?after=0&run=" + run)) {
      otto.newRun();
      var lease = otto.checkpoints.take(run).lease();
      otto.checkpoints.record(lease, 2, pausesAndResumes(2));

      assertThat(List.of(ear.news(), ear.news(), ear.news()))
          .extracting(RunNews::run)
          .containsOnly(run);
    }
  }

  @Test
  void what_goes_wrong_is_told_on_the_stream() throws InterruptedException {
    try (var ear = listening(EVENTS + "?run=2020")) {
      assertThat(ear.head().getFirst()).startsWith("HTTP/1.1 200");
      var error = ear.next();

      assertThat(error.name()).isEqualTo("error");
      assertThat(Json.value(error.data(), Problem.class).code()).isEqualTo("no-such-run");
      assertThat(ear.next().name()).isEqualTo("closed");
    }
  }

  /// Recorders that commit at the same time, listeners that are cut off and come back: every
  /// listener hears every event once and in one order.
  @Test
  void nothing_is_missed_or_told_twice_while_many_record_and_connections_break()
      throws InterruptedException {
    var runs = IntStream.range(0, 6).mapToObj(_ -> otto.newRun()).toList();
    var from = newest();
    var recorders =
        runs.stream().map(run -> Thread.ofVirtual().start(() -> recordMuch(run))).toList();

    var heard = new ArrayList<RunNews>();
    var after = from;
    while (heard.size() < 6 * 60) {
      try (var ear = listening(EVENTS, "Last-Event-ID: " + after)) {
        for (int i = 0; i < 37 && heard.size() < 6 * 60; i++) {
          heard.add(ear.news());
        }
        after = heard.getLast().id();
      }
    }
    for (var recorder : recorders) {
      assertThat(recorder.join(PATIENT)).isTrue();
    }

    assertThat(heard.stream().map(RunNews::id).toList())
        .isEqualTo(stored(from).stream().map(Events.Row::id).toList())
        .isSorted()
        .doesNotHaveDuplicates();
    for (var run : runs) {
      assertThat(heard.stream().filter(news -> news.run().equals(run)).map(RunNews::seq).toList())
          .isEqualTo(IntStream.rangeClosed(2, 61).mapToObj(Long::valueOf).toList());
    }
  }

  @Test
  void one_who_does_not_read_holds_up_nobody() throws IOException, InterruptedException {
    var run = otto.newRun();
    try (var deaf = new Socket(InetAddress.getLoopbackAddress(), otto.port());
        var ear = listening(EVENTS)) {
      deaf.setReceiveBufferSize(1024);
      deaf.getOutputStream()
          .write(
              "GET %s?after=0 HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nAuthorization: Bearer %s\r\n\r\n"
                  .formatted(EVENTS, otto.port(), SampleOtto.TOKEN)
                  .getBytes(StandardCharsets.UTF_8));
      await().atMost(PATIENT).until(() -> otto.server.streams() == 2);
      var lease = otto.checkpoints.take(run).lease();

      for (int batch = 0; batch < 20; batch++) {
        otto.checkpoints.record(lease, 2 + batch * 100L, pausesAndResumes(100));
      }

      RunNews last = ear.news();
      while (last.seq() < 2001) {
        last = ear.news();
      }
      assertThat(last.seq()).isEqualTo(2001);
    }
  }

  @Test
  void one_who_goes_is_noticed() {
    var ear = listening(EVENTS);
    await().atMost(PATIENT).until(() -> otto.server.streams() == 1);

    ear.close();

    await()
        .atMost(PATIENT)
        .untilAsserted(() -> {
          otto.newRun();
          assertThat(otto.server.streams()).isZero();
        });
  }

  @Test
  void a_server_that_ends_ends_its_streams_and_does_not_wait_for_listeners()
      throws InterruptedException {
    try (var ear = listening(EVENTS)) {
      ear.next();
      var before = Instant.now();

      otto.server.stop();

      assertThat(ear.next().name()).isEqualTo("closed");
      assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(2));
    }
  }

  @Test
  void who_only_asks_for_the_head_is_answered() {
    assertThat(otto.web().send("HEAD", EVENTS, "").status()).isEqualTo(200);
    assertThat(otto.server.streams()).isZero();
  }

  private void recordMuch(RunId run) {
    var lease = otto.checkpoints.take(run).lease();
    for (int i = 0; i < 30; i++) {
      otto.checkpoints.record(lease, 2 + i * 2L, pausesAndResumes(2));
    }
  }

  private static List<RunEntry> pausesAndResumes(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> new RunEntry(pauseOrResume(i), Instant.parse("2026-11-21T12:00:00Z")))
        .toList();
  }

  private static RunEvent pauseOrResume(int i) {
    return i % 2 == 0
        ? new RunEvent.PauseRequested("ada", false, Optional.empty())
        : new RunEvent.Resumed("ada", Optional.empty());
  }

  private Ear listening(String path, String... headers) {
    return new Ear(otto.port(), path, headers);
  }

  private long newest() {
    return otto.database.jdbi().withExtension(Events.class, Events::newest);
  }

  private List<Events.Row> stored(long after) {
    return otto.database
        .jdbi()
        .withExtension(Events.class, events -> events.after(after, null, 10_000));
  }
}
