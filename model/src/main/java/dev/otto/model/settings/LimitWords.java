package dev.otto.model.settings;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Limits as people write them: `2Mtok,6usd,40calls`, each at most once.
public final class LimitWords {
  private static final Pattern TOKENS = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,3})?)(k|m|)tok");
  private static final Pattern MONEY = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,6})?)usd");
  private static final Pattern CALLS = Pattern.compile("(\\d{1,9})calls?");

  private LimitWords() {}

  /// What one word limits, such as `6usd`; nothing if it is none.
  public static Optional<Limits> one(String word) {
    var plain = word.strip().toLowerCase(Locale.ROOT);
    return tokens(plain).or(() -> money(plain)).or(() -> calls(plain));
  }

  /// What all of the words limit, at least something of each.
  public static Optional<Limits> all(String words) {
    var limits = Limits.NONE;
    for (var word : words.split(",", -1)) {
      var more = one(word);
      if (more.isEmpty() || limits.covers(more.get()) || nothing(more.get())) {
        return Optional.empty();
      }
      limits = limits.or(more.get());
    }
    return Optional.of(limits);
  }

  /// The words for these limits.
  public static String of(Limits limits) {
    return Stream.of(
            limits.usd().map(usd -> usd.toPlainString() + "usd"),
            limits.tokens().map(tokens -> tokens + "tok"),
            limits.calls().map(calls -> calls + "calls"))
        .flatMap(Optional::stream)
        .collect(Collectors.joining(","));
  }

  /// Whether something is limited to nothing.
  public static boolean nothing(Limits limits) {
    return limits.tokens().filter(number -> number == 0).isPresent()
        || limits.usd().filter(amount -> amount.signum() == 0).isPresent()
        || limits.calls().filter(number -> number == 0).isPresent();
  }

  private static Optional<Limits> tokens(String word) {
    var tokens = TOKENS.matcher(word);
    return tokens.matches()
        ? Optional.of(
            new Limits(
                Optional.of(
                    new BigDecimal(tokens.group(1)).multiply(weight(tokens.group(2))).longValue()),
                Optional.empty(),
                Optional.empty()))
        : Optional.empty();
  }

  private static Optional<Limits> money(String word) {
    var money = MONEY.matcher(word);
    return money.matches()
        ? Optional.of(
            new Limits(
                Optional.empty(), Optional.of(new BigDecimal(money.group(1))), Optional.empty()))
        : Optional.empty();
  }

  private static Optional<Limits> calls(String word) {
    var calls = CALLS.matcher(word);
    return calls.matches()
        ? Optional.of(
            new Limits(
                Optional.empty(), Optional.empty(), Optional.of(Integer.parseInt(calls.group(1)))))
        : Optional.empty();
  }

  private static BigDecimal weight(String unit) {
    return switch (unit) {
      case "k" -> BigDecimal.valueOf(1_000);
      case "m" -> BigDecimal.valueOf(1_000_000);
      default -> BigDecimal.ONE;
    };
  }
}
