package dev.otto.standalone;

import dev.otto.activities.provider.OwnAgent;
import dev.otto.activities.provider.ProviderSettings;
import dev.otto.model.settings.AgentWishes;
import java.util.List;

/// What the settings say about agents: where the real ones are, which programs of the user's own
/// there are, and who shall think.
public record AgentSettings(
    List<ProviderSettings> providers, List<OwnAgent> own, AgentWishes wishes) {
  public AgentSettings {
    own = List.copyOf(own);
    providers = List.copyOf(providers);
  }
}
