package dev.otto.api.door;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;

/// The way to end the server; for programs with the token alone.
@Path("shutdown")
public final class ShutdownResource {
  private final Runnable shutdown;

  public ShutdownResource(Runnable shutdown) {
    this.shutdown = shutdown;
  }

  /// Answers first, then ends.
  @POST
  public Response shutdown(@Context HttpServletRequest request) {
    if (!(Caller.of(request) instanceof Caller.Program)) {
      throw new DoorRefusal.TokenOnly().refused();
    }
    Thread.ofPlatform().name("shutdown").start(shutdown);
    return Response.accepted().build();
  }
}
