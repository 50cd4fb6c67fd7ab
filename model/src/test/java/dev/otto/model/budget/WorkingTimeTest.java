package dev.otto.model.budget;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/// How long a run has worked, whatever the machine and its clock did meanwhile.
class WorkingTimeTest {
  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
  private static final WorkingTime BEGUN = WorkingTime.NONE.at(NOON, true);

  @Test
  void a_sleep_of_the_machine_is_no_time_of_a_budget() {
    var awake = BEGUN.at(after(10), true).slept(after(70), Duration.ofMinutes(55).toMillis());

    assertThat(awake.millis()).isEqualTo(Duration.ofMinutes(15).toMillis());
    assertThat(awake.left(3600, after(70))).isEqualTo(Duration.ofMinutes(45));
  }

  @Test
  void a_sleep_that_was_counted_before_anybody_told_of_it_is_taken_off_again() {
    var told = BEGUN.at(after(60), true).slept(after(61), Duration.ofMinutes(50).toMillis());

    assertThat(told.millis()).isEqualTo(Duration.ofMinutes(11).toMillis());
  }

  @Test
  void a_run_that_stood_still_slept_no_time_of_its_own() {
    var paused = BEGUN.at(after(10), false);

    assertThat(paused.slept(after(70), Duration.ofMinutes(60).toMillis())).isEqualTo(paused);
  }

  @Test
  void a_sleep_is_never_taken_off_more_than_was_counted() {
    assertThat(BEGUN.slept(after(1), Duration.ofMinutes(9).toMillis()).millis()).isZero();
  }

  @Test
  void a_clock_that_is_set_back_takes_nothing_away() {
    var worked = BEGUN.at(after(10), true);

    var setBack = worked.at(after(-50), true);

    assertThat(setBack.millis()).isEqualTo(Duration.ofMinutes(10).toMillis());
    assertThat(setBack.at(after(-49), true).millis()).isEqualTo(Duration.ofMinutes(11).toMillis());
  }

  private static Instant after(long minutes) {
    return NOON.plus(Duration.ofMinutes(minutes));
  }
}
