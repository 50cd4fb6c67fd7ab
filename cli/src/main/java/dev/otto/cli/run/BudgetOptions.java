package dev.otto.cli.run;

import dev.otto.cli.shell.Usage;
import dev.otto.model.settings.Budget;
import dev.otto.model.settings.OnLimit;
import java.util.Optional;
import picocli.CommandLine.Option;

/// What was typed about how much a run may use.
final class BudgetOptions {
  @Option(
      names = "--budget",
      paramLabel = "AMOUNTS",
      description = {
        "What the run may use: time, tokens, money, calls, as in 60m,2Mtok,6usd,40calls;",
        "no limit by default. A bare number is seconds."
      })
  private Optional<String> whole = Optional.empty();

  @Option(
      names = "--group-budget",
      paramLabel = "AMOUNTS",
      description = "What each group may use, as in 500ktok,1usd,10calls.")
  private Optional<String> group = Optional.empty();

  @Option(
      names = "--on-limit",
      paramLabel = "WHAT",
      description = "At the limit: pause (default), finish with what is there, or stop.")
  private Optional<String> onLimit = Optional.empty();

  Optional<Long> seconds() {
    return whole.map(Amounts::of).flatMap(Amounts::seconds);
  }

  Optional<Budget> budget() {
    var budget =
        new Budget(
            whole.map(Amounts::of).orElse(Amounts.NONE).limits(),
            group.map(Amounts::withoutTime).orElse(Amounts.NONE).limits(),
            onLimit.map(BudgetOptions::named).orElse(OnLimit.PAUSE));
    return Optional.of(budget).filter(wanted -> !wanted.equals(Budget.NONE));
  }

  private static OnLimit named(String word) {
    return OnLimit.named(word)
        .orElseThrow(() -> Usage.of("run", "'%s' is none of pause, finish, stop.".formatted(word)));
  }
}
