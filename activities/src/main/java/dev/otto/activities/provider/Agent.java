package dev.otto.activities.provider;

import dev.otto.activities.agent.AgentAdapter;
import dev.otto.activities.gateway.Upstream;
import dev.otto.model.account.AccountId;
import java.util.Optional;

/// An agent that can be called: how Otto speaks with it, the service that thinks for it, if any,
/// and what its provider knows the user by.
public record Agent(AgentAdapter adapter, Optional<Upstream> service, AccountId account) {
  Agent(AgentAdapter adapter, Optional<Upstream> service) {
    this(
        adapter,
        service,
        AccountId.of(
            adapter.provider(), service.map(one -> one.base() + " " + one.key()).orElse("")));
  }

  /// The same for which another service thinks.
  Agent ledBy(Upstream other) {
    return new Agent(adapter, Optional.of(other), account);
  }
}
