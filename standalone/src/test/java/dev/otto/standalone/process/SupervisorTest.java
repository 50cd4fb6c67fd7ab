package dev.otto.standalone.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SupervisorTest {
  @Test
  void what_is_gone_is_started_again_within_seconds() {
    var frail = new Frail(0);
    try (var _ = frail.supervised()) {
      frail.living = false;

      assertThat(Waiting.until(frail::alive, Duration.ofSeconds(3))).isTrue();
    }
  }

  @Test
  void a_failed_start_is_tried_again() {
    var frail = new Frail(1);
    try (var _ = frail.supervised()) {
      frail.living = false;

      assertThat(Waiting.until(frail::alive, Duration.ofSeconds(3))).isTrue();
      assertThat(frail.starts).hasValue(2);
    }
  }

  @Test
  void once_let_go_nothing_is_started_any_more() {
    var frail = new Frail(0);
    frail.supervised().close();

    frail.living = false;

    assertThat(Waiting.until(frail::alive, Duration.ofSeconds(1))).isFalse();
    assertThat(frail.starts).hasValue(0);
  }

  /// Dies when told to, and refuses so many starts.
  private static final class Frail {
    private final AtomicInteger starts = new AtomicInteger();
    private final int refused;
    private volatile boolean living = true;

    Frail(int refused) {
      this.refused = refused;
    }

    Supervisor supervised() {
      return Supervisor.of("frail", this::alive, this::restart);
    }

    boolean alive() {
      return living;
    }

    private void restart() {
      if (starts.incrementAndGet() <= refused) {
        throw new IllegalStateException("not yet");
      }
      living = true;
    }
  }
}
