package dev.otto.api.run;

import dev.otto.model.Refusal;
import dev.otto.model.settings.AgentChoice;
import dev.otto.model.settings.RunSettings;
import java.util.Set;

/// Whether a budget of money can be kept: a limit that nobody can measure is none.
///
/// @param unpriced providers that do not say what their calls cost
record MoneyBudgets(Set<String> unpriced) {
  private static final String INSTEAD =
      "Limit its tokens or its calls instead, as in --budget 2Mtok,40calls";

  /// Refuses a run of which nobody could say what it costs, if its money is limited.
  void refuseUnmeasured(RunSettings settings) {
    if (!settings.budget().ofMoney()) {
      return;
    }
    var thinking = settings.agents();
    thinking
        .choices()
        .filter(choice -> unpriced.contains(choice.provider()) && choice.price().isEmpty())
        .findFirst()
        .ifPresent(choice -> {
          throw notTold(choice).refused();
        });
    thinking.unmetered().stream()
        .findFirst()
        .ifPresent(name -> {
          throw notSeen(name).refused();
        });
  }

  private static PassedOn notTold(AgentChoice choice) {
    var provider = choice.provider();
    return new PassedOn(
        "cost-not-told",
        "%s does not say what its calls cost, so a budget of money cannot be kept."
            .formatted(provider),
        "%s, or write what %s costs into `prices` in config.yaml, and restart Otto."
            .formatted(INSTEAD, choice.model().orElse("the model that " + provider + " chooses")),
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
