package dev.otto.model.settings;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The prices that a user wrote down, by provider and model. Otto guesses none: what does not stand
/// here is unknown.
public record PriceTable(Map<String, Map<String, Price>> prices) {
  public static final PriceTable NONE = new PriceTable(Map.of());

  /// What stands in a table for the model that a program chooses by itself.
  public static final String DEFAULT = "default";

  public PriceTable {
    prices =
        prices == null
            ? Map.of()
            : prices.entrySet().stream()
                .collect(
                    Collectors.toUnmodifiableMap(
                        Map.Entry::getKey, entry -> Map.copyOf(entry.getValue())));
  }

  /// What that model of the provider costs; of no model, the one that its program chooses.
  public Optional<Price> of(String provider, Optional<String> model) {
    return Optional.ofNullable(prices.getOrDefault(provider, Map.of()).get(model.orElse(DEFAULT)));
  }

  /// The table where, without a word about the model, this one of the provider thinks.
  public PriceTable usually(String provider, String model) {
    var others =
        prices.getOrDefault(provider, Map.of()).entrySet().stream()
            .filter(entry -> !entry.getKey().equals(DEFAULT));
    var usual = of(provider, Optional.of(model)).map(price -> Map.entry(DEFAULT, price)).stream();
    var mine = Stream.concat(others, usual).collect(entries());
    return new PriceTable(
        Stream.concat(
                prices.entrySet().stream().filter(entry -> !entry.getKey().equals(provider)),
                Stream.of(Map.entry(provider, mine)))
            .collect(entries()));
  }

  private static <V> java.util.stream.Collector<Map.Entry<String, V>, ?, Map<String, V>> entries() {
    return Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue);
  }
}
