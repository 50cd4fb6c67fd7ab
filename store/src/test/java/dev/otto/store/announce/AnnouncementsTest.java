package dev.otto.store.announce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.otto.store.SampleDatabase;
import dev.otto.store.announce.Listener.Heard;
import dev.otto.store.run.Events;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Who listens is woken by what is stored, over lost connections too, and nobody asks again and
/// again (W-61).
class AnnouncementsTest {
  private static final Duration PATIENT = Duration.ofSeconds(10);
  private static final Duration BRIEF = Duration.ofMillis(300);

  private SampleDatabase sample;
  private Announcements announcements;

  @BeforeEach
  void listen() {
    sample = SampleDatabase.fresh();
    announcements = Announcements.of(sample.url(), SampleDatabase.USER, SampleDatabase.PASSWORD);
  }

  @AfterEach
  void end() {
    announcements.close();
    sample.close();
  }

  @Test
  void a_listener_hears_news_at_once_since_it_has_read_nothing_yet() throws InterruptedException {
    var listener = announcements.listener();

    assertThat(listener.await(PATIENT)).isEqualTo(Heard.NEWS);
  }

  @Test
  void what_is_announced_wakes_every_listener() throws InterruptedException {
    var one = quietListener();
    var other = quietListener();

    announce();

    assertThat(one.await(PATIENT)).isEqualTo(Heard.NEWS);
    assertThat(other.await(PATIENT)).isEqualTo(Heard.NEWS);
  }

  @Test
  void a_slow_listener_hears_many_announcements_as_one() throws InterruptedException {
    var slow = new Listener(_ -> {});

    slow.wake();
    slow.wake();

    assertThat(slow.await(PATIENT)).isEqualTo(Heard.NEWS);
    assertThat(slow.await(BRIEF)).isEqualTo(Heard.SILENCE);
  }

  @Test
  void an_announcement_of_a_transaction_that_is_rolled_back_wakes_nobody()
      throws InterruptedException {
    var listener = quietListener();

    sample
        .jdbi()
        .useTransaction(handle -> {
          handle.attach(Events.class).announce();
          handle.rollback();
        });

    assertThat(listener.await(BRIEF)).isEqualTo(Heard.SILENCE);
  }

  @Test
  void a_lost_connection_is_made_again_and_then_everybody_is_woken() throws InterruptedException {
    var listener = quietListener();

    sample.cut("otto announcements");

    assertThat(listener.await(PATIENT)).isEqualTo(Heard.NEWS);
    announce();
    assertThat(listener.await(PATIENT)).isEqualTo(Heard.NEWS);
  }

  @Test
  void a_database_that_is_not_there_yet_is_heard_when_it_comes()
      throws IOException, InterruptedException {
    try (var door = new LateDoor(SampleDatabase.port());
        var early =
            Announcements.of(
                door.url(sample.name()), SampleDatabase.USER, SampleDatabase.PASSWORD)) {
      var listener = early.listener();
      assertThat(listener.await(PATIENT)).isEqualTo(Heard.NEWS);
      assertThat(listener.await(BRIEF)).isEqualTo(Heard.SILENCE);

      door.open();

      assertThat(listener.await(PATIENT)).isEqualTo(Heard.NEWS);
    }
  }

  @Test
  void closing_ends_the_wait_of_everybody_and_the_connection() throws InterruptedException {
    var listener = quietListener();
    var waiting = new Heard[1];
    var waiter = Thread.ofVirtual().start(() -> waiting[0] = patiently(listener));

    announcements.close();

    assertThat(waiter.join(PATIENT)).isTrue();
    assertThat(waiting[0]).isEqualTo(Heard.END);
    assertThat(announcements.listener().await(PATIENT)).isEqualTo(Heard.END);
    await().atMost(PATIENT).untilAsserted(() -> assertThat(connections()).isZero());
  }

  /// A listener that has heard that the connection stands and all that was said before.
  private Listener quietListener() throws InterruptedException {
    var listener = announcements.listener();
    await().atMost(PATIENT).untilAsserted(() -> assertThat(connections()).isOne());
    while (listener.await(BRIEF) == Heard.NEWS) {
      // until it is quiet
    }
    return listener;
  }

  private static Heard patiently(Listener listener) {
    try {
      return listener.await(PATIENT);
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  private void announce() {
    sample.jdbi().useExtension(Events.class, Events::announce);
  }

  private int connections() {
    return sample
        .jdbi()
        .withHandle(handle ->
            handle
                .createQuery(
                    """
                    SELECT count(*)
                    FROM pg_stat_activity
                    WHERE datname = current_database() AND application_name = 'otto announcements'
                      AND query LIKE 'LISTEN%'
                    """)
                .mapTo(Integer.class)
                .one());
  }
}
