package dev.otto.api.door;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.Context;

/// The second lock, at the routes themselves: whatever the door made of an address, a stranger
/// reaches no route.
@PreMatching
public final class StrangersOut implements ContainerRequestFilter {
  private final HttpServletRequest request;

  @Inject
  public StrangersOut(@Context HttpServletRequest request) {
    this.request = request;
  }

  @Override
  public void filter(ContainerRequestContext context) {
    if (Caller.of(request) instanceof Caller.Stranger) {
      throw new DoorRefusal.NoToken().refused();
    }
  }
}
