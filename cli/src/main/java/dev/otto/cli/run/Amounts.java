package dev.otto.cli.run;

import dev.otto.cli.shell.Usage;
import dev.otto.model.settings.LimitWords;
import dev.otto.model.settings.Limits;
import java.util.Locale;
import java.util.Optional;

/// Amounts as people type them: `60m,2Mtok,6usd,40calls`, each at most once.
record Amounts(Optional<Long> seconds, Limits limits) {
  static final Amounts NONE = new Amounts(Optional.empty(), Limits.NONE);

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
    var more = LimitWords.one(word);
    if (more.isEmpty()) {
      once(seconds, word);
      return new Amounts(Optional.of(Seconds.of(word.toLowerCase(Locale.ROOT))), limits);
    }
    once(more.filter(limits::covers), word);
    if (LimitWords.nothing(more.get())) {
      throw Usage.of("run", "'%s' would be nothing at all.".formatted(word));
    }
    return new Amounts(seconds, limits.or(more.get()));
  }

  private static void once(Optional<?> before, String word) {
    if (before.isPresent()) {
      throw Usage.of("run", "'%s' says again how much that may be.".formatted(word));
    }
  }
}
