package dev.otto.api.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LockoutTest {
  private Instant now = Instant.parse("2026-11-21T12:00:00Z");
  private final Lockout lockout = new Lockout(() -> now);

  @Test
  void the_twentieth_wrong_token_within_a_minute_locks_its_source_out() {
    wrong(19);
    assertThat(lockout.secondsLeft("here")).isZero();

    wrong(1);

    assertThat(lockout.secondsLeft("here")).isEqualTo(60);
    assertThat(lockout.secondsLeft("there")).isZero();
  }

  @Test
  void a_minute_later_all_is_forgotten() {
    wrong(20);

    passes(Duration.ofSeconds(40));
    assertThat(lockout.secondsLeft("here")).isEqualTo(20);
    passes(Duration.ofSeconds(21));

    assertThat(lockout.secondsLeft("here")).isZero();
  }

  @Test
  void slow_mistakes_lock_nobody_out() {
    for (int i = 0; i < 40; i++) {
      wrong(1);
      passes(Duration.ofSeconds(4));
    }

    assertThat(lockout.secondsLeft("here")).isZero();
  }

  private void wrong(int times) {
    for (int i = 0; i < times; i++) {
      lockout.wrong("here");
    }
  }

  private void passes(Duration time) {
    now = now.plus(time);
  }
}
