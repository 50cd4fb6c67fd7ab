package dev.otto.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A machine that sleeps, and a clock that is set, seen by two clocks that stand in for the real
/// ones.
class SleepWatchTest {
  private final AtomicLong wall = new AtomicLong(Duration.ofDays(1).toMillis());
  private final AtomicLong steady = new AtomicLong();
  private final List<Duration> told = new ArrayList<>();
  private final SleepWatch watch = SleepWatch.with(wall::get, steady::get, told::add);

  @AfterEach
  void close() {
    watch.close();
  }

  @Test
  void a_sleep_is_told_once_and_with_its_length() {
    passes(Duration.ofSeconds(5), Duration.ofSeconds(5));
    passes(Duration.ofHours(1).plusSeconds(5), Duration.ofSeconds(5));
    passes(Duration.ofSeconds(5), Duration.ofSeconds(5));

    assertThat(told).containsExactly(Duration.ofHours(1));
  }

  @Test
  void a_busy_machine_on_which_both_clocks_go_on_has_not_slept() {
    passes(Duration.ofMinutes(10), Duration.ofMinutes(10));

    assertThat(told).isEmpty();
  }

  @Test
  void what_lies_within_ten_seconds_is_not_told() {
    passes(Duration.ofSeconds(14), Duration.ofSeconds(5));

    assertThat(told).isEmpty();
  }

  @Test
  void a_clock_that_is_set_back_is_no_sleep_and_a_later_sleep_is_still_seen() {
    passes(Duration.ofHours(-2), Duration.ofSeconds(5));
    passes(Duration.ofMinutes(30), Duration.ofSeconds(0));

    assertThat(told).containsExactly(Duration.ofMinutes(30));
  }

  private void passes(Duration onTheWall, Duration awake) {
    wall.addAndGet(onTheWall.toMillis());
    steady.addAndGet(awake.toNanos());
    watch.look();
  }
}
