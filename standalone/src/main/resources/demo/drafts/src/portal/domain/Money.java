package portal.domain;

import java.math.BigDecimal;
import java.util.Locale;

/// An amount in cents, always above zero.
public record Money(long cents) {
  private static final long MOST = 10_000_000;

  public Money {
    if (cents <= 0) {
      throw new Invalid("The amount must be above zero.");
    }
    if (cents > MOST) {
      throw new Invalid("The amount must not be above 100,000.00.");
    }
  }

  /// The amount that a person typed, such as `12`, `12.5` or `12.50`.
  public static Money typed(String text) {
    try {
      return new Money(new BigDecimal(text.strip()).movePointRight(2).longValueExact());
    } catch (ArithmeticException | NumberFormatException unreadable) {
      throw new Invalid("The amount must be a number such as 12.50.");
    }
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%,d.%02d", cents / 100, cents % 100);
  }
}
