package dev.otto.model.budget;

import dev.otto.model.settings.Limits;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

  /// How much that is of these limits, in words; nothing of none.
  Optional<String> words(Limits limits) {
    var words =
        Stream.of(
                limits
                    .usd()
                    .map(most ->
                        "%s of %s USD".formatted(usd.toPlainString(), most.toPlainString())),
                limits.tokens().map(most -> "%,d of %,d tokens".formatted(tokens, most)),
                limits.calls().map(most -> "%d of %d calls".formatted(calls, most)))
            .flatMap(Optional::stream)
            .collect(Collectors.joining(", "));
    return words.isEmpty() ? Optional.empty() : Optional.of(words);
  }

  public Spending plus(Spending more) {
    return new Spending(tokens + more.tokens, usd.add(more.usd), calls + more.calls);
  }
}
