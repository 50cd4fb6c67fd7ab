package dev.otto.model.budget;

import dev.otto.model.settings.Limits;
import java.math.BigDecimal;

/// What calls have used up.
public record Spending(long tokens, BigDecimal usd, int calls) {
  public static final Spending NONE = new Spending(0, BigDecimal.ZERO, 0);

  public Spending {
    usd = usd.signum() == 0 ? BigDecimal.ZERO : usd.stripTrailingZeros();
    usd = usd.scale() < 0 ? usd.setScale(0) : usd;
  }

  /// The whole of these limits; what they do not name counts nothing.
  static Spending of(Limits limits) {
    return new Spending(
        limits.tokens().orElse(0L), limits.usd().orElse(BigDecimal.ZERO), limits.calls().orElse(0));
  }

  public Spending plus(Spending more) {
    return new Spending(tokens + more.tokens, usd.add(more.usd), calls + more.calls);
  }
}
