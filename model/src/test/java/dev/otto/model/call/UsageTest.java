package dev.otto.model.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.otto.model.settings.Price;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class UsageTest {
  @Test
  void what_binary_fractions_leave_behind_the_twelfth_place_is_no_money() {
    var sum = costs("0.384269999999999994").plus(costs("0.07000000000000001"));

    assertThat(sum.usd()).contains(new BigDecimal("0.45427"));
  }

  @Test
  void an_amount_has_one_value_however_it_was_written() {
    assertThat(costs("0.50")).isEqualTo(costs("5E-1"));
    assertThat(costs("2E+1").usd()).contains(new BigDecimal("20"));
  }

  @Test
  void one_call_that_does_not_tell_makes_the_cost_of_all_unknown() {
    var silent = new Usage(1, 10, 0, 5, Optional.empty());

    assertThat(costs("0.1").plus(silent).usd()).isEmpty();
    assertThat(Usage.NONE.plus(costs("0.1")).usd()).contains(new BigDecimal("0.1"));
  }

  @Test
  void where_nobody_says_a_cost_the_tokens_have_their_price_and_its_day() {
    var price =
        new Price(
            new BigDecimal("1.25"),
            new BigDecimal("0.125"),
            new BigDecimal("10.00"),
            LocalDate.of(2026, 11, 1));
    var silent = new Usage(1, 1_000_000, 400_000, 20_001, Optional.empty());

    var priced = silent.priced(price);

    assertThat(priced.usd()).contains(new BigDecimal("1.00001"));
    assertThat(priced.asOf()).contains(LocalDate.of(2026, 11, 1));
    assertThat(priced.reckoned()).isEqualTo(" (some by prices of 2026-11-01)");
    assertThat(costs("0.5").priced(price)).isEqualTo(costs("0.5"));
    assertThat(Usage.NONE.priced(price)).isEqualTo(Usage.NONE);
    assertThat(costs("0.5").plus(priced).usd()).contains(new BigDecimal("1.50001"));
    assertThat(costs("0.5").plus(priced).asOf()).isEqualTo(priced.asOf());
    assertThat(priced.plus(silent).usd()).isEmpty();
    assertThat(priced.plus(silent).asOf()).isEmpty();
  }

  private static Usage costs(String usd) {
    return new Usage(1, 10, 0, 5, Optional.of(new BigDecimal(usd)));
  }
}
