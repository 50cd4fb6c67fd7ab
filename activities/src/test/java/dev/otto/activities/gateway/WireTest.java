package dev.otto.activities.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.otto.activities.agent.AgentEvent;
import dev.otto.activities.agent.AgentEvent.Finished;
import dev.otto.activities.agent.AgentTrace;
import dev.otto.model.call.Usage;
import dev.otto.model.settings.Price;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What a call is known to have used, by what passed on its wire.
class WireTest {
  private static final Usage COST_UNKNOWN = new Usage(1, 0, 0, 0, Optional.empty());
  private static final Finished DONE = new Finished(true, "Done.", Optional.empty());

  @Test
  void a_call_that_no_model_answered_used_nothing() {
    var refused = new Wire.Refused(429, Optional.of(Duration.ofSeconds(9)));

    assertThat(Wire.SILENT.completing(AgentTrace.EMPTY).used()).isEqualTo(Usage.NONE);
    assertThat(Wire.SILENT.asked().refused(refused).completing(AgentTrace.EMPTY).used())
        .isEqualTo(Usage.NONE);
  }

  @Test
  void a_call_that_was_cut_while_a_model_thought_has_an_unknown_cost() {
    var cut = Wire.SILENT.asked().thinking();

    assertThat(cut.completing(AgentTrace.EMPTY).used()).isEqualTo(COST_UNKNOWN);
    assertThat(cut.used(new Tokens(7, 2, 3)).asked().thinking().completing(AgentTrace.EMPTY).used())
        .isEqualTo(new Usage(1, 7, 2, 3, Optional.empty()));
  }

  @Test
  void what_passed_has_its_price_where_the_provider_says_no_cost_and_all_of_it_was_counted() {
    var price =
        Optional.of(
            new Price(BigDecimal.ONE, BigDecimal.ZERO, BigDecimal.TEN, LocalDate.of(2026, 11, 1)));
    var whole = Wire.SILENT.asked().thinking().used(new Tokens(700_000, 200_000, 50_000));
    var silent = AgentTrace.of(List.of(DONE));
    var told =
        AgentTrace.of(List.of(new AgentEvent.Usage(5, 0, 5, Optional.of(BigDecimal.TWO)), DONE));

    assertThat(whole.completing(silent, price).used().usd()).contains(BigDecimal.ONE);
    assertThat(whole.completing(AgentTrace.EMPTY, price).used().usd()).contains(BigDecimal.ONE);
    assertThat(whole.completing(told, price).used().usd()).contains(BigDecimal.TWO);
    assertThat(whole.completing(silent, Optional.empty()).used().usd()).isEmpty();
    assertThat(whole.asked().thinking().completing(silent, price).used().usd()).isEmpty();
    assertThat(whole.asked().thinking().completing(AgentTrace.EMPTY, price).used().usd()).isEmpty();
  }

  @Test
  void a_call_that_came_to_its_end_knows_best_what_it_cost() {
    var cost = Optional.of(new BigDecimal("0.5"));
    var told = AgentTrace.of(List.of(new AgentEvent.Usage(5, 0, 5, cost), DONE));

    assertThat(Wire.SILENT.asked().thinking().completing(told).used())
        .isEqualTo(new Usage(1, 5, 0, 5, cost));
  }
}
