package dev.otto.standalone;

import com.fasterxml.jackson.databind.JsonNode;
import dev.otto.activities.provider.ProviderKind;
import dev.otto.model.settings.Price;
import dev.otto.model.settings.PriceTable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What the settings say of prices: the day on which they were looked up, and below each provider
/// and model dollars for a million tokens.
record PriceSetting(JsonNode tree) {
  private static final String DATE = "date";
  private static final Set<String> KEYS = Set.of("input", "cached_input", "output");

  /// The table, where these are the names of programs of the user's own.
  PriceTable table(List<String> own) {
    if (tree.isMissingNode() || tree.isNull()) {
      return PriceTable.NONE;
    }
    var day = day(node("", tree, DATE));
    var prices = new LinkedHashMap<String, Map<String, Price>>();
    tree.properties().stream()
        .filter(entry -> !entry.getKey().equals(DATE))
        .forEach(entry -> {
          refuseUnknown(entry.getKey(), own);
          prices.put(entry.getKey(), models(entry.getKey(), entry.getValue(), day));
        });
    return new PriceTable(prices);
  }

  private static LocalDate day(JsonNode node) {
    try {
      return LocalDate.parse(node.asText());
    } catch (DateTimeParseException _) {
      throw wrong(DATE, node, "the day on which they were looked up, such as 2026-11-01");
    }
  }

  private static void refuseUnknown(String provider, List<String> own) {
    if (ProviderKind.named(provider).isEmpty() && !own.contains(provider)) {
      throw new Setting("A provider in `prices` in config.yaml", provider)
          .wrong("claude, codex or an agent of your own");
    }
  }

  private static Map<String, Price> models(String provider, JsonNode node, LocalDate day) {
    if (!node.isObject()) {
      throw wrong(provider, node, "a list of models with their prices");
    }
    var prices = new LinkedHashMap<String, Price>();
    node.properties()
        .forEach(model ->
            prices.put(
                model.getKey(), price(provider + "." + model.getKey(), model.getValue(), day)));
    return prices;
  }

  private static Price price(String place, JsonNode node, LocalDate day) {
    node.properties().stream()
        .filter(entry -> !KEYS.contains(entry.getKey()))
        .forEach(entry -> {
          throw wrong(place, node, "`input`, `cached_input` and `output`, and nothing else");
        });
    var input = amount(place, node, "input");
    return new Price(
        input,
        node.has("cached_input") ? amount(place, node, "cached_input") : input,
        amount(place, node, "output"),
        day);
  }

  private static BigDecimal amount(String place, JsonNode node, String key) {
    var amount = node(place + ".", node, key);
    if (!amount.isNumber() || amount.decimalValue().signum() < 0) {
      throw wrong(place + "." + key, amount, "dollars for a million tokens");
    }
    return amount.decimalValue();
  }

  private static JsonNode node(String place, JsonNode parent, String key) {
    var node = parent.path(key);
    if (node.isMissingNode() || node.isNull()) {
      throw new SettingsRefusal.Unusable(
              "`prices.%s%s` is missing in config.yaml.".formatted(place, key))
          .refused();
    }
    return node;
  }

  private static RuntimeException wrong(String place, JsonNode node, String wanted) {
    var text = node.isValueNode() ? node.asText() : node.toString();
    return new Setting("`prices.%s` in config.yaml".formatted(place), text).wrong(wanted);
  }
}
