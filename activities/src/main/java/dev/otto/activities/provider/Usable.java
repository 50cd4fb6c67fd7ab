package dev.otto.activities.provider;

import dev.otto.activities.agent.Login;
import dev.otto.activities.agent.Thinking;
import dev.otto.activities.gateway.Upstream;
import dev.otto.model.settings.AgentChoice;
import java.nio.file.Path;
import java.util.Optional;

/// A provider that can be used: its native program, the model that its user likes, and its service
/// with a key for it or, without one, a login of the user's own.
record Usable(
    ProviderKind kind,
    Path program,
    Optional<String> model,
    Optional<Upstream> service,
    Optional<Login> login) {
  /// The agent that thinks as it was chosen.
  Agent agent(AgentChoice choice, int maxTurns) {
    var thinking =
        new Thinking(choice.model().or(() -> model), choice.effort(), Optional.of(maxTurns));
    var adapter = kind.adapter(program, thinking);
    return login
        .filter(_ -> service.isEmpty())
        .map(own -> new Agent(adapter, new Agent.Direct(Optional.of(own), kind.hosts())))
        .orElseGet(() -> new Agent(adapter, service));
  }

  /// Whether its program goes to its service itself.
  boolean direct() {
    return service.isEmpty();
  }
}
