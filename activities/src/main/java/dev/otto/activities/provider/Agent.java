package dev.otto.activities.provider;

import dev.otto.activities.agent.AgentAdapter;
import dev.otto.activities.gateway.Upstream;
import java.util.Optional;

/// An agent that can be called: how Otto speaks with it, and the service that thinks for it, if
/// any.
public record Agent(AgentAdapter adapter, Optional<Upstream> service) {}
