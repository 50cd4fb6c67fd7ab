package dev.otto.activities.agent;

import java.net.URI;
import java.util.Optional;

/// How an agent asks its service itself, with a login of its user's own, if Otto knows one: through
/// a proxy that leads to the service's hosts alone.
///
/// @param proxy with the token that opens it
public record DirectWay(URI proxy, Optional<Login> login) {
  @Override
  public String toString() {
    return "DirectWay[%s]".formatted(login);
  }
}
