package dev.otto.cli.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.otto.model.Refusal.Refused;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Times as people type them.
class SecondsTest {
  @ParameterizedTest
  @CsvSource({"90,90", "90s,90", "60m,3600", "1h30m,5400", "2d,172800", "1h1s,3601"})
  void a_time_is_seconds_or_its_parts(String typed, long seconds) {
    assertThat(Seconds.of(typed)).isEqualTo(seconds);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "0m", "-5", "1.5h", "30m1h", "2Mtok", "h", "99999999999"})
  void what_is_no_time_is_refused(String typed) {
    assertThatThrownBy(() -> Seconds.of(typed)).isInstanceOf(Refused.class);
  }
}
