package dev.otto.standalone.up;

import dev.otto.activities.workspace.SalvagedWork;
import dev.otto.api.problem.ReadinessRefusal;
import dev.otto.model.group.SalvageView;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import java.util.function.Supplier;

/// Work of groups that was put away, and bringing it back.
@Path("salvage")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class SalvageResource {
  private final Supplier<Optional<SalvagedWork>> work;

  SalvageResource(Supplier<Optional<SalvagedWork>> work) {
    this.work = work;
  }

  @GET
  public SalvageView.Page all() {
    return ready().all();
  }

  @POST
  public SalvageView restore(SalvageView.Wanted wanted) {
    return ready().restored(wanted);
  }

  private SalvagedWork ready() {
    return work.get().orElseThrow(() -> new ReadinessRefusal.NoHost().refused());
  }
}
