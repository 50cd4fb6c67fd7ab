package dev.otto.activities.agent.scripted.recipe;

import dev.otto.model.call.CallOrder;
import dev.otto.model.call.Stage;
import java.util.Optional;

/// The calls for which a document of a recipe is meant; what it does not name may be anything.
public record When(
    Optional<Stage> stage,
    Optional<String> group,
    Optional<Integer> attempt,
    Optional<Integer> round,
    Optional<Integer> tries) {
  /// For every call.
  public static final When ALWAYS =
      new When(
          Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  public boolean matches(CallOrder order) {
    return same(stage, order.stage())
        && group.map(name -> isGroup(name, order)).orElse(true)
        && same(attempt, order.attempt())
        && same(round, order.round())
        && same(tries, order.tries());
  }

  private static boolean isGroup(String name, CallOrder order) {
    return order.group().map(group -> group.value().equals(name)).orElse(false);
  }

  private static boolean same(Optional<?> wanted, Object actual) {
    return wanted.isEmpty() || wanted.get().equals(actual);
  }
}
