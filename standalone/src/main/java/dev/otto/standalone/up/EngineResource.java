package dev.otto.standalone.up;

import dev.otto.api.problem.ReadinessRefusal;
import dev.otto.model.server.EngineDetails;
import dev.otto.standalone.engine.EngineLook;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import java.util.function.Supplier;

/// The engine in use, with all that is known of it.
@Path("engine")
@Produces(MediaType.APPLICATION_JSON)
public final class EngineResource {
  private final Supplier<Optional<EngineLook>> look;

  EngineResource(Supplier<Optional<EngineLook>> look) {
    this.look = look;
  }

  @GET
  public EngineDetails engine() {
    return look.get()
        .map(EngineLook::details)
        .orElseThrow(() -> new ReadinessRefusal.Starting("engine").refused());
  }
}
