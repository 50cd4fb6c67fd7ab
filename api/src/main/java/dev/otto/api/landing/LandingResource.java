package dev.otto.api.landing;

import dev.otto.api.door.Caller;
import dev.otto.api.run.IdempotencyKey;
import dev.otto.api.run.RunNames;
import dev.otto.model.landing.LandRequest;
import dev.otto.model.run.RunView;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;

/// The one command that touches the user's checkout.
@Path("runs")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class LandingResource {
  private final RunNames names;
  private final Landing landing;

  public LandingResource(RunNames names, Landing landing) {
    this.names = names;
    this.landing = landing;
  }

  @POST
  @Path("{run}/land")
  public RunView land(
      LandRequest asked,
      @PathParam("run") String name,
      @HeaderParam(IdempotencyKey.HEADER) @Nullable String key,
      @Context HttpServletRequest request) {
    var run = names.named(name);
    return landing.landed(
        run, asked.commit(), Caller.of(request).by(), IdempotencyKey.of(key, "land " + run, asked));
  }
}
