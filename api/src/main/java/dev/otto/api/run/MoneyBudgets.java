package dev.otto.api.run;

import dev.otto.model.Refusal;
import dev.otto.model.settings.Agents;
import dev.otto.model.settings.Budget;
import java.util.Set;

/// Whether a budget of money can be kept: a limit that nobody can measure is none.
///
/// @param unpriced providers that do not say what their calls cost
record MoneyBudgets(Set<String> unpriced) {
  private static final String INSTEAD =
      "Limit its tokens or its calls, as in --budget 2Mtok,40calls";

  /// Refuses a run of which nobody could say what it costs, if its money is limited.
  void refuseUnmeasured(Budget budget, Agents thinking) {
    if (!budget.ofMoney()) {
      return;
    }
    thinking.providers().stream()
        .filter(unpriced::contains)
        .findFirst()
        .ifPresent(name -> {
          throw notTold(name).refused();
        });
    thinking.unmetered().stream()
        .findFirst()
        .ifPresent(name -> {
          throw notSeen(name).refused();
        });
  }

  private static PassedOn notTold(String provider) {
    return new PassedOn(
        "cost-not-told",
        "%s does not say what its calls cost, so a budget of money cannot be kept."
            .formatted(provider),
        INSTEAD + ".",
        Refusal.Kind.INVALID);
  }

  private static PassedOn notSeen(String provider) {
    return new PassedOn(
        "cost-not-seen",
        "%s goes to its model itself, past Otto's gateway, so a budget of money cannot be kept."
            .formatted(provider),
        INSTEAD + ", or give Otto a key for it instead of a login.",
        Refusal.Kind.INVALID);
  }
}
