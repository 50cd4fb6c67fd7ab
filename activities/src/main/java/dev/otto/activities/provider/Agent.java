package dev.otto.activities.provider;

import dev.otto.activities.agent.AgentAdapter;
import dev.otto.activities.agent.Login;
import dev.otto.activities.gateway.Upstream;
import dev.otto.model.account.AccountId;
import dev.otto.model.settings.Price;
import java.util.Optional;
import java.util.Set;

/// An agent that can be called: how Otto speaks with it, the service that thinks for it, if any, or
/// how its program goes there itself, what its provider knows the user by, and what its model
/// costs, where somebody wrote that down.
public record Agent(
    AgentAdapter adapter,
    Optional<Upstream> service,
    Optional<Direct> direct,
    AccountId account,
    Optional<Price> price) {
  /// A login of a person, where Otto knows it, and the only hosts to which its program may go.
  public record Direct(Optional<Login> login, Set<String> hosts) {
    public Direct {
      hosts = Set.copyOf(hosts);
    }

    private String known() {
      return login
          .map(own ->
              switch (own) {
                case Login.Token(var text) -> text;
                case Login.Kept(var file) -> file.toString();
              })
          .orElse("");
    }
  }

  /// Of one that has a service behind Otto's gateway, or none.
  Agent(AgentAdapter adapter, Optional<Upstream> service) {
    this(
        adapter,
        service,
        Optional.empty(),
        AccountId.of(
            adapter.provider(), service.map(one -> one.base() + " " + one.key()).orElse("")),
        Optional.empty());
  }

  /// Of one whose program goes to its service itself.
  Agent(AgentAdapter adapter, Direct direct) {
    this(
        adapter,
        Optional.empty(),
        Optional.of(direct),
        AccountId.of(adapter.provider(), direct.known()),
        Optional.empty());
  }

  /// The same for which another service thinks.
  Agent ledBy(Upstream other) {
    return new Agent(adapter, Optional.of(other), Optional.empty(), account, price);
  }

  /// The same whose model costs that much, if anybody knows.
  Agent at(Optional<Price> known) {
    return new Agent(adapter, service, direct, account, known);
  }
}
