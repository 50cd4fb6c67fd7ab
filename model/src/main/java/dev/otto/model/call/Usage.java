package dev.otto.model.call;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/// What calls used: tokens, and US dollars where every one of the calls said so; otherwise the cost
/// is unknown, never 0.
public record Usage(
    int calls, long inputTokens, long cachedTokens, long outputTokens, Optional<BigDecimal> usd) {
  private static final int PLACES = 12;

  public static final Usage NONE = new Usage(0, 0, 0, 0, Optional.empty());

  public Usage {
    usd = usd == null ? Optional.empty() : usd.map(Usage::plain);
  }

  public Usage plus(Usage more) {
    return new Usage(
        calls + more.calls,
        inputTokens + more.inputTokens,
        cachedTokens + more.cachedTokens,
        outputTokens + more.outputTokens,
        cost(more));
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

  private Optional<BigDecimal> cost(Usage more) {
    if (calls == 0) {
      return more.usd;
    }
    return more.calls == 0 ? usd : usd.flatMap(mine -> more.usd.map(mine::add));
  }
}
