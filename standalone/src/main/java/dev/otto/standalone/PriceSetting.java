package dev.otto.standalone;

import dev.otto.activities.provider.ProviderKind;
import dev.otto.model.json.Yaml;
import dev.otto.model.settings.Price;
import dev.otto.model.settings.PriceTable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// What the settings say of prices: the day on which they were looked up, and below each provider
/// and model dollars for a million tokens.
record PriceSetting(Yaml.Entries whole) {
  private static final String DATE = "date";
  private static final Pattern AMOUNT = Pattern.compile("\\d{1,9}(\\.\\d{1,30})?");
  private static final Set<String> KEYS = Set.of("input", "cached_input", "output");

  /// The table, where these are the names of programs of the user's own.
  PriceTable table(List<String> own) {
    var day = day(wanted("", whole, DATE));
    var prices = new LinkedHashMap<String, Map<String, Price>>();
    whole
        .all()
        .forEach((provider, models) -> {
          if (!provider.equals(DATE)) {
            refuseUnknown(provider, own);
            prices.put(provider, models(provider, models, day));
          }
        });
    return new PriceTable(prices);
  }

  private static LocalDate day(Yaml value) {
    try {
      return LocalDate.parse(text(value));
    } catch (DateTimeParseException _) {
      throw wrong(DATE, value, "the day on which they were looked up, such as 2026-11-01");
    }
  }

  private static void refuseUnknown(String provider, List<String> own) {
    if (ProviderKind.named(provider).isEmpty() && !own.contains(provider)) {
      throw new Setting("A provider in `prices` in config.yaml", provider)
          .wrong("claude, codex or an agent of your own");
    }
  }

  private static Map<String, Price> models(String provider, Yaml value, LocalDate day) {
    var models = entries(provider, value, "a list of models with their prices");
    var prices = new LinkedHashMap<String, Price>();
    models
        .all()
        .forEach((model, price) -> prices.put(model, price(provider + "." + model, price, day)));
    return prices;
  }

  private static Price price(String place, Yaml value, LocalDate day) {
    var only = "`input`, `cached_input` and `output`, and nothing else";
    var price = entries(place, value, only);
    if (!KEYS.containsAll(price.all().keySet())) {
      throw wrong(place, value, only);
    }
    var input = amount(place, price, "input");
    return new Price(
        input,
        price.all().containsKey("cached_input") ? amount(place, price, "cached_input") : input,
        amount(place, price, "output"),
        day);
  }

  private static BigDecimal amount(String place, Yaml.Entries price, String key) {
    var value = wanted(place + ".", price, key);
    if (!AMOUNT.matcher(text(value)).matches()) {
      throw wrong(place + "." + key, value, "dollars for a million tokens");
    }
    return new BigDecimal(text(value));
  }

  private static Yaml wanted(String place, Yaml.Entries parent, String key) {
    var value = parent.all().get(key);
    if (value == null || value instanceof Yaml.Nothing) {
      throw new SettingsRefusal.Missing("`prices.%s%s`".formatted(place, key)).refused();
    }
    return value;
  }

  private static Yaml.Entries entries(String place, Yaml value, String wanted) {
    if (value instanceof Yaml.Entries entries) {
      return entries;
    }
    throw wrong(place, value, wanted);
  }

  private static String text(Yaml value) {
    return switch (value) {
      case Yaml.Text(var text, _) -> text;
      case Yaml.Nothing _ -> "nothing";
      case Yaml.Items _ -> "a list";
      case Yaml.Entries _ -> "keys with values";
    };
  }

  private static RuntimeException wrong(String place, Yaml value, String wanted) {
    return new Setting("`prices.%s` in config.yaml".formatted(place), text(value)).wrong(wanted);
  }
}
