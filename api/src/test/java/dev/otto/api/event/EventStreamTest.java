package dev.otto.api.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.otto.api.part.Late;
import dev.otto.api.part.Store;
import dev.otto.store.SampleDatabase;
import dev.otto.store.announce.Announcements;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A stream on which nothing happens.
class EventStreamTest {
  private static final Duration PATIENT = Duration.ofSeconds(10);

  private SampleDatabase database;
  private Announcements announcements;
  private final OpenStreams streams = new OpenStreams();
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  @BeforeEach
  void open() {
    database = SampleDatabase.fresh();
    announcements = Announcements.of(database.url(), SampleDatabase.USER, SampleDatabase.PASSWORD);
  }

  @AfterEach
  void close() {
    announcements.close();
    database.close();
  }

  @Test
  void it_shows_that_it_lives() throws InterruptedException {
    var teller = tell(Duration.ofMillis(50));

    await().atMost(PATIENT).until(() -> heartbeats() >= 3);

    streams.close();
    assertThat(teller.join(PATIENT)).isTrue();
    assertThat(text()).startsWith("retry: 1000\n\nid: 0\nevent: hello\ndata: {");
    assertThat(text()).contains("event: heartbeat\ndata: {\"ts\":\"");
  }

  @Test
  void it_ends_with_the_announcements() throws InterruptedException {
    var teller = tell(Duration.ofSeconds(10));
    await().atMost(PATIENT).until(() -> streams.count() == 1);

    announcements.close();

    assertThat(teller.join(PATIENT)).isTrue();
    assertThat(streams.count()).isZero();
  }

  private Thread tell(Duration heartbeat) {
    var stream =
        new EventStream(
            new Store(new Late<>("database", () -> Optional.of(database.jdbi()))),
            new Late<>("database", () -> Optional.of(announcements)),
            streams,
            "build",
            "boot",
            heartbeat);
    return Thread.ofVirtual().start(() -> tell(stream));
  }

  private void tell(EventStream stream) {
    try {
      stream.tell(new StreamWriter(out), new Place.Now(), Optional.empty());
    } catch (IOException | InterruptedException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private long heartbeats() {
    return text().lines().filter("event: heartbeat"::equals).count();
  }

  private String text() {
    return out.toString(StandardCharsets.UTF_8);
  }
}
