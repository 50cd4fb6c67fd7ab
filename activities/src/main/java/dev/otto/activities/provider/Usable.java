package dev.otto.activities.provider;

import dev.otto.activities.agent.Thinking;
import dev.otto.activities.gateway.Upstream;
import dev.otto.model.settings.AgentChoice;
import java.nio.file.Path;
import java.util.Optional;

/// A provider that can be used: its native program, the model that its user likes, and its service.
record Usable(ProviderKind kind, Path program, Optional<String> model, Upstream service) {
  /// The agent that thinks as it was chosen.
  Agent agent(AgentChoice choice, int maxTurns) {
    var thinking =
        new Thinking(choice.model().or(() -> model), choice.effort(), Optional.of(maxTurns));
    return new Agent(kind.adapter(program, thinking), Optional.of(service));
  }
}
