package dev.otto.cli.run;

import dev.otto.cli.shell.Usage;
import dev.otto.model.settings.Limits;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Amounts as people type them: `60m,2Mtok,6usd,40calls`, each at most once.
record Amounts(Optional<Long> seconds, Limits limits) {
  static final Amounts NONE = new Amounts(Optional.empty(), Limits.NONE);

  private static final Pattern TOKENS = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,3})?)(k|m|)tok");
  private static final Pattern MONEY = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,6})?)usd");
  private static final Pattern CALLS = Pattern.compile("(\\d{1,9})calls?");

  static Amounts of(String typed) {
    var amounts = NONE;
    for (var word : typed.split(",", -1)) {
      amounts = amounts.with(word.strip());
    }
    return amounts;
  }

  static Amounts withoutTime(String typed) {
    var amounts = of(typed);
    if (amounts.seconds.isPresent()) {
      throw Usage.of("run", "A group has no budget of time: give tokens, money or calls.");
    }
    return amounts;
  }

  private Amounts with(String word) {
    var plain = word.toLowerCase(Locale.ROOT);
    var tokens = TOKENS.matcher(plain);
    if (tokens.matches()) {
      once(limits.tokens(), word);
      var number = new BigDecimal(tokens.group(1)).multiply(weight(tokens.group(2)));
      return positive(
          word,
          number.longValue(),
          new Limits(Optional.of(number.longValue()), limits.usd(), limits.calls()));
    }
    var money = MONEY.matcher(plain);
    if (money.matches()) {
      once(limits.usd(), word);
      var amount = new BigDecimal(money.group(1));
      return positive(
          word, amount.signum(), new Limits(limits.tokens(), Optional.of(amount), limits.calls()));
    }
    var calls = CALLS.matcher(plain);
    if (calls.matches()) {
      once(limits.calls(), word);
      var number = Integer.parseInt(calls.group(1));
      return positive(word, number, new Limits(limits.tokens(), limits.usd(), Optional.of(number)));
    }
    once(seconds, word);
    return new Amounts(Optional.of(Seconds.of(plain)), limits);
  }

  private Amounts positive(String word, long number, Limits more) {
    if (number < 1) {
      throw Usage.of("run", "'%s' would be nothing at all.".formatted(word));
    }
    return new Amounts(seconds, more);
  }

  private static void once(Optional<?> before, String word) {
    if (before.isPresent()) {
      throw Usage.of("run", "'%s' says again how much that may be.".formatted(word));
    }
  }

  private static BigDecimal weight(String unit) {
    return switch (unit) {
      case "k" -> BigDecimal.valueOf(1_000);
      case "m" -> BigDecimal.valueOf(1_000_000);
      default -> BigDecimal.ONE;
    };
  }
}
