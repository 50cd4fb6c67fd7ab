package dev.otto.standalone;

import dev.otto.activities.provider.ProviderSettings;
import dev.otto.model.settings.AgentWishes;
import java.util.List;

/// What the settings say about agents: where the real ones are, and who shall think.
public record AgentSettings(List<ProviderSettings> providers, AgentWishes wishes) {
  public AgentSettings {
    providers = List.copyOf(providers);
  }
}
