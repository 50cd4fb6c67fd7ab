package dev.otto.cli.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.otto.model.Refusal;
import dev.otto.model.settings.Limits;
import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Amounts as people type them.
class AmountsTest {
  @Test
  void time_tokens_money_and_calls_stand_side_by_side() {
    assertThat(Amounts.of("60m,2Mtok,6usd,40calls"))
        .isEqualTo(
            new Amounts(
                Optional.of(3600L),
                new Limits(
                    Optional.of(2_000_000L), Optional.of(new BigDecimal("6")), Optional.of(40))));
    assertThat(Amounts.of("1.5Mtok, 0.25usd").limits())
        .isEqualTo(
            new Limits(
                Optional.of(1_500_000L), Optional.of(new BigDecimal("0.25")), Optional.empty()));
  }

  @Test
  void a_bare_number_is_seconds_as_it_always_was() {
    assertThat(Amounts.of("3600")).isEqualTo(new Amounts(Optional.of(3600L), Limits.NONE));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "6eur", "6usd,7usd", "60m,1h", "0usd", "0tok", "-1calls", "6usd,"})
  void what_is_no_amount_is_refused(String typed) {
    assertThatThrownBy(() -> Amounts.of(typed)).isInstanceOf(Refusal.Refused.class);
  }

  @Test
  void a_group_has_no_time_of_its_own() {
    assertThatThrownBy(() -> Amounts.withoutTime("60m")).isInstanceOf(Refusal.Refused.class);
  }
}
