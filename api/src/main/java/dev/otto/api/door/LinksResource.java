package dev.otto.api.door;

import dev.otto.model.server.SignInLink;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;

/// Links that sign a browser in.
@Path("links")
@Produces(MediaType.APPLICATION_JSON)
public final class LinksResource {
  private final Door door;

  public LinksResource(Door door) {
    this.door = door;
  }

  /// A link for the user of the machine; a page cannot make one.
  @POST
  public SignInLink link(@Context HttpServletRequest request) {
    if (!(Caller.of(request) instanceof Caller.Program)) {
      throw new DoorRefusal.TokenOnly().refused();
    }
    var code = door.code();
    return new SignInLink(
        "http://%s%s?code=%s".formatted(request.getHeader("Host"), Entrance.PATH, code.text()),
        code.due());
  }
}
