package dev.otto.activities.provider;

import dev.otto.activities.agent.AgentAdapter;
import dev.otto.activities.gateway.Upstream;
import dev.otto.model.account.AccountId;
import java.util.Optional;

/// An agent that can be called: how Otto speaks with it, and the service that thinks for it, if
/// any.
public record Agent(AgentAdapter adapter, Optional<Upstream> service) {
  /// What its provider knows the user by.
  public AccountId account() {
    return AccountId.of(
        adapter.provider(), service.map(one -> one.base() + " " + one.key()).orElse(""));
  }
}
