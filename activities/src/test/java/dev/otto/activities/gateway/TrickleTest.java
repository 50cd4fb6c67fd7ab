package dev.otto.activities.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/// What of a connection that nobody can read is a sign of life.
class TrickleTest {
  private long now = Duration.ofHours(1).toNanos();
  private final Trickle trickle = new Trickle(() -> now);

  @Test
  void pings_are_none_however_long_they_come() {
    for (var ping = 0; ping < 10_000; ping++) {
      assertThat(after(Duration.ofSeconds(5), 110)).isFalse();
    }
  }

  @Test
  void a_model_that_writes_slowly_and_packed_is_one() {
    var signs = 0;
    for (var piece = 0; piece < 600; piece++) {
      signs += after(Duration.ofMillis(500), 60) ? 1 : 0;
    }

    assertThat(signs).as("in five minutes").isGreaterThan(10);
  }

  @Test
  void a_piece_of_some_size_is_one_at_once() {
    assertThat(after(Duration.ZERO, Trickle.ENOUGH)).isTrue();
    assertThat(after(Duration.ZERO, 1)).isFalse();
  }

  private boolean after(Duration pause, int bytes) {
    now += pause.toNanos();
    return trickle.came(bytes);
  }
}
