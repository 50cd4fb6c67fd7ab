package dev.otto.model.settings;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.function.BinaryOperator;

/// How much may be used up: tokens, US dollars, calls; of what is not named, anything.
public record Limits(Optional<Long> tokens, Optional<BigDecimal> usd, Optional<Integer> calls) {
  public static final Limits NONE =
      new Limits(Optional.empty(), Optional.empty(), Optional.empty());

  private static final int DECIMALS = 6;

  public Limits {
    tokens = tokens == null ? Optional.empty() : tokens;
    usd = usd == null ? Optional.empty() : usd.map(Limits::plain);
    calls = calls == null ? Optional.empty() : calls;
    if (tokens.filter(number -> number < 0).isPresent()
        || usd.filter(amount -> amount.signum() < 0).isPresent()
        || calls.filter(number -> number < 0).isPresent()) {
      throw new IllegalArgumentException("nothing can be used less than not at all");
    }
  }

  /// Of so many US dollars.
  public static Limits ofMoney(BigDecimal usd) {
    return new Limits(Optional.empty(), Optional.of(usd), Optional.empty());
  }

  public boolean any() {
    return !equals(NONE);
  }

  /// So many times as much.
  public Limits times(int factor) {
    return new Limits(
        tokens.map(number -> number * factor),
        usd.map(amount -> amount.multiply(BigDecimal.valueOf(factor))),
        calls.map(number -> number * factor));
  }

  /// With so much more of what is limited.
  public Limits plus(Limits more) {
    return new Limits(
        tokens.map(number -> number + more.tokens.orElse(0L)),
        usd.map(amount -> amount.add(more.usd.orElse(BigDecimal.ZERO))),
        calls.map(number -> number + more.calls.orElse(0)));
  }

  /// Both together, where either says anything.
  public Limits and(Limits other) {
    return new Limits(
        either(tokens, other.tokens, Long::sum),
        either(usd, other.usd, BigDecimal::add),
        either(calls, other.calls, Integer::sum));
  }

  /// Whether the other limits nothing that these do not.
  public boolean covers(Limits other) {
    return (tokens.isPresent() || other.tokens.isEmpty())
        && (usd.isPresent() || other.usd.isEmpty())
        && (calls.isPresent() || other.calls.isEmpty());
  }

  private static <T> Optional<T> either(Optional<T> one, Optional<T> other, BinaryOperator<T> sum) {
    return one.map(mine -> other.map(more -> sum.apply(mine, more)).orElse(mine)).or(() -> other);
  }

  /// The smaller of both, where either says anything.
  public Limits least(Limits other) {
    return new Limits(
        either(tokens, other.tokens, Math::min),
        either(usd, other.usd, BigDecimal::min),
        either(calls, other.calls, Math::min));
  }

  /// These, completed by others where they say nothing.
  public Limits or(Limits other) {
    return new Limits(tokens.or(other::tokens), usd.or(other::usd), calls.or(other::calls));
  }

  /// The share of one call: a quarter, so that several can run at once, and one call.
  public Limits ofOneCall() {
    return new Limits(
        tokens.map(number -> Math.max(1, number / 4)),
        usd.map(amount -> amount.divide(BigDecimal.valueOf(4), DECIMALS, RoundingMode.UP)),
        calls.map(_ -> 1));
  }

  private static BigDecimal plain(BigDecimal amount) {
    var stripped = amount.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }
}
