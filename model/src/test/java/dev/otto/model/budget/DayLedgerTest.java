package dev.otto.model.budget;

import static org.assertj.core.api.Assertions.assertThat;

import dev.otto.model.settings.Limits;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// The budget of a project for a day.
class DayLedgerTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  @Test
  void a_call_gets_a_quarter_then_what_is_left_and_then_none() {
    assertThat(admission(0, 0)).isEqualTo(new Admission.Granted(tokens(1000)));
    assertThat(admission(2000, 1500)).isEqualTo(new Admission.Later());
    assertThat(admission(3500, 0)).isEqualTo(new Admission.Granted(tokens(500)));
    assertThat(admission(4000, 0))
        .isEqualTo(new Admission.Refused("the project's budget for a day of 4,000 tokens"));
  }

  @Test
  void a_day_is_one_of_the_clock_on_the_wall_however_long_it_is() {
    var noon = Instant.parse("2026-10-25T11:00:00Z");

    assertThat(DayLedger.begin(noon, BERLIN)).isEqualTo(Instant.parse("2026-10-24T22:00:00Z"));
    assertThat(DayLedger.end(noon, BERLIN)).isEqualTo(Instant.parse("2026-10-25T23:00:00Z"));
  }

  @Test
  void it_tells_what_is_used_of_what_is_limited() {
    var ledger = new DayLedger(tokens(4000), new Spending(1500, BigDecimal.TEN, 3), Spending.NONE);

    assertThat(ledger.words()).contains("the project today: 1,500 of 4,000 tokens");
  }

  private static Admission admission(long spent, long reserved) {
    return new DayLedger(
            tokens(4000),
            new Spending(spent, BigDecimal.ZERO, 0),
            new Spending(reserved, BigDecimal.ZERO, 0))
        .admission(false);
  }

  private static Limits tokens(long number) {
    return new Limits(Optional.of(number), Optional.empty(), Optional.empty());
  }
}
