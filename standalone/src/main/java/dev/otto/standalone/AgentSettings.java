package dev.otto.standalone;

import dev.otto.activities.provider.OwnAgent;
import dev.otto.activities.provider.ProviderSettings;
import dev.otto.model.settings.PriceTable;
import java.util.List;

/// What the settings say about agents: where the real ones are, which programs of the user's own
/// there are, and what models cost.
public record AgentSettings(
    List<ProviderSettings> providers, List<OwnAgent> own, PriceTable prices) {
  public AgentSettings {
    own = List.copyOf(own);
    providers = List.copyOf(providers);
  }

  /// The prices, with what the model costs that each provider uses where nobody names one.
  public PriceTable usualPrices() {
    var table = prices;
    for (var provider : providers) {
      if (provider.model().isPresent()) {
        table = table.usually(provider.kind().word(), provider.model().get());
      }
    }
    return table;
  }
}
