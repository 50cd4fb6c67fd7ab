package dev.otto.model.call;

import dev.otto.model.settings.Price;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/// What calls used: tokens, and US dollars where every one of the calls said so, or has a price;
/// otherwise the cost is unknown, never 0.
///
/// @param asOf the day of the price table by which some of the money was reckoned, the oldest day
public record Usage(
    int calls,
    long inputTokens,
    long cachedTokens,
    long outputTokens,
    Optional<BigDecimal> usd,
    Optional<LocalDate> asOf) {
  private static final int PLACES = 12;

  public static final Usage NONE = new Usage(0, 0, 0, 0, Optional.empty());

  public Usage {
    usd = usd == null ? Optional.empty() : usd.map(Usage::plain);
    asOf = asOf == null ? Optional.empty() : asOf;
  }

  /// What those say who were paid.
  public Usage(
      int calls, long inputTokens, long cachedTokens, long outputTokens, Optional<BigDecimal> usd) {
    this(calls, inputTokens, cachedTokens, outputTokens, usd, Optional.empty());
  }

  public Usage plus(Usage more) {
    return new Usage(
        calls + more.calls,
        inputTokens + more.inputTokens,
        cachedTokens + more.cachedTokens,
        outputTokens + more.outputTokens,
        cost(more),
        cost(more).flatMap(_ -> oldest(more)));
  }

  /// The same, with what the tokens cost by this price if the provider did not say.
  public Usage priced(Price price) {
    return calls == 0 || usd.isPresent()
        ? this
        : new Usage(
            calls,
            inputTokens,
            cachedTokens,
            outputTokens,
            Optional.of(price.of(inputTokens, cachedTokens, outputTokens)),
            Optional.of(price.asOf()));
  }

  /// By what the money was reckoned, for behind the amount; nothing where providers said it.
  public String reckoned() {
    return asOf.map(day -> " (some by prices of %s)".formatted(day)).orElse("");
  }

  /// The same, of a sum of money that nobody knows.
  public Usage ofUnknownCost() {
    return new Usage(calls, inputTokens, cachedTokens, outputTokens, Optional.empty());
  }

  /// The amount as its one value: PostgreSQL's JSON has no exponents, 0.50 is 0.5, and what a
  /// provider's sum of binary fractions has behind the twelfth place was never paid.
  private static BigDecimal plain(BigDecimal amount) {
    var stripped = amount.setScale(PLACES, RoundingMode.HALF_UP).stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }

  private Optional<LocalDate> oldest(Usage more) {
    return Stream.of(asOf, more.asOf).flatMap(Optional::stream).min(Comparator.naturalOrder());
  }

  private Optional<BigDecimal> cost(Usage more) {
    if (calls == 0) {
      return more.usd;
    }
    return more.calls == 0 ? usd : usd.flatMap(mine -> more.usd.map(mine::add));
  }
}
