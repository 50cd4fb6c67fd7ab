package dev.otto.standalone.up;

import dev.otto.activities.call.DeskLooks;
import dev.otto.api.json.Query;
import dev.otto.api.problem.ReadinessRefusal;
import dev.otto.model.GroupId;
import dev.otto.model.Refusal;
import dev.otto.model.RunId;
import dev.otto.model.call.DeskView;
import dev.otto.model.run.Run;
import dev.otto.model.run.RunRefusal;
import dev.otto.store.run.Runs;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;

/// Where the agents of a run work on this machine.
@Path("runs/{run}/groups/{group}/desk")
@Produces(MediaType.APPLICATION_JSON)
public final class DeskResource {
  private final Supplier<Optional<Jdbi>> database;
  private final Supplier<Optional<DeskLooks>> looks;

  DeskResource(Supplier<Optional<Jdbi>> database, Supplier<Optional<DeskLooks>> looks) {
    this.database = database;
    this.looks = looks;
  }

  /// There is nothing to look at.
  record NoDesk(RunId run, GroupId group) implements Refusal {
    @Override
    public String code() {
      return "no-desk";
    }

    @Override
    public String sentence() {
      return "Group %s of run %s has no folder: it has not begun, or was cleared away."
          .formatted(group, run);
    }

    @Override
    public String nextStep() {
      return "See what came of it with `otto show %s` or `otto diff %s`.".formatted(run, run);
    }

    @Override
    public Kind kind() {
      return Kind.UNKNOWN;
    }
  }

  @GET
  public DeskView desk(@PathParam("run") String run, @PathParam("group") String group) {
    var jdbi = database.get().orElseThrow(DeskResource::notReady);
    var look = looks.get().orElseThrow(DeskResource::notReady);
    var state = state(jdbi, run);
    var named = Query.value("group", group, GroupId::new).orElseThrow();
    if (state.group(named).isEmpty()) {
      throw new RunRefusal.NoSuchGroup(state.id(), named).refused();
    }
    return look.of(state, named).orElseThrow(() -> new NoDesk(state.id(), named).refused());
  }

  private static Run state(Jdbi jdbi, String run) {
    return jdbi.withExtension(Runs.class, runs -> runs.named(run))
        .map(Runs.Row::state)
        .orElseThrow(() -> new RunRefusal.NoSuchRun(run).refused());
  }

  private static RuntimeException notReady() {
    return new ReadinessRefusal.NoHost().refused();
  }
}
