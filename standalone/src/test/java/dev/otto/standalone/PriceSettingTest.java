package dev.otto.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.otto.activities.provider.ProviderKind;
import dev.otto.activities.provider.ProviderSettings;
import dev.otto.model.Refusal.Refused;
import dev.otto.model.settings.Price;
import dev.otto.model.settings.PriceTable;
import dev.otto.standalone.home.Home;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the settings say of prices.
class PriceSettingTest {
  private static final String TABLE =
      """
      prices:
        date: 2026-11-01
        codex:
          gpt-5.5: {input: 1.25, cached_input: 0.1000000000000000000001, output: 10}
          gpt-old: {input: 2, output: 3}
      """;

  @TempDir private Path folder;

  @Test
  void a_model_has_the_price_that_is_written_down_to_the_last_digit_and_no_other()
      throws IOException {
    var table = read(TABLE);

    assertThat(table.of("codex", Optional.of("gpt-5.5")))
        .contains(price("1.25", "0.1000000000000000000001", "10"));
    assertThat(table.of("codex", Optional.of("gpt-old"))).contains(price("2", "2", "3"));
    assertThat(table.of("codex", Optional.of("gpt-6"))).isEmpty();
    assertThat(table.of("codex", Optional.empty())).isEmpty();
    assertThat(table.of("claude", Optional.of("gpt-5.5"))).isEmpty();
    assertThat(read("engine: auto")).isEqualTo(PriceTable.NONE);
  }

  @Test
  void where_no_model_is_named_the_one_costs_that_its_user_likes() throws IOException {
    var codex =
        new ProviderSettings(
            ProviderKind.CODEX,
            Optional.empty(),
            Optional.of("gpt-old"),
            ProviderKind.CODEX.service(),
            Optional.empty());
    var settings = new AgentSettings(List.of(codex), List.of(), read(TABLE));

    assertThat(settings.usualPrices().of("codex", Optional.empty())).contains(price("2", "2", "3"));
    assertThat(settings.usualPrices().of("codex", Optional.of("gpt-5.5"))).isPresent();
  }

  @Test
  void what_is_no_price_is_refused_in_one_sentence() {
    refused("prices: {codex: {m: {input: 1, output: 2}}}", "`prices.date` is missing");
    refused("prices: {date: yesterday}", "the day on which they were looked up");
    refused("prices: {date: 2026-11-01, abacus: {}}", "claude, codex or an agent of your own");
    refused(
        "prices: {date: 2026-11-01, codex: {m: {input: 1}}}", "`prices.codex.m.output` is missing");
    refused("prices: {date: 2026-11-01, codex: {m: 3}}", "`input`, `cached_input` and `output`");
    refused("prices: {date: 2026-11-01, codex: 3}", "a list of models with their prices");
    refused(
        "prices: {date: 2026-11-01, codex: {m: {input: -1, output: 2}}}",
        "dollars for a million tokens");
    refused(
        "prices: {date: 2026-11-01, codex: {m: {input: 1, output: 2, price: 3}}}",
        "and nothing else");
  }

  private void refused(String file, String words) {
    assertThatThrownBy(() -> read(file))
        .isInstanceOfSatisfying(
            Refused.class, no -> assertThat(no.refusal().sentence()).contains(words));
  }

  private PriceTable read(String file) throws IOException {
    var home = new Home(folder);
    Files.writeString(home.config(), file);
    return ServerSettings.prices(home, Map.of());
  }

  private static Price price(String input, String cached, String output) {
    return new Price(
        new BigDecimal(input),
        new BigDecimal(cached),
        new BigDecimal(output),
        LocalDate.of(2026, 11, 1));
  }
}
