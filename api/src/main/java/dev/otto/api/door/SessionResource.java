package dev.otto.api.door;

import dev.otto.model.server.SessionView;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;

/// Who asks, and what a page of ours shows with everything that changes something.
@Path("session")
@Produces(MediaType.APPLICATION_JSON)
public final class SessionResource {
  private final Door door;

  public SessionResource(Door door) {
    this.door = door;
  }

  @GET
  public SessionView session(@Context HttpServletRequest request) {
    var caller = Caller.of(request);
    var csrf =
        caller instanceof Caller.Browser browser
            ? Optional.of(door.csrf(browser))
            : Optional.<String>empty();
    return new SessionView(caller.by(), csrf);
  }
}
