package dev.otto.api.trust;

import dev.otto.api.part.Store;
import dev.otto.api.run.RunNames;
import dev.otto.model.ProjectId;
import dev.otto.model.project.Baggage;
import dev.otto.model.project.TrustView;
import dev.otto.model.run.RunEvent;
import dev.otto.store.project.Projects;
import dev.otto.store.run.Events;
import dev.otto.store.run.Runs;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;

/// What the base of a run brings along, and whether its agents obey it.
@Path("runs/{run}/baggage")
@Produces(MediaType.APPLICATION_JSON)
public final class BaggageResource {
  /// A run is opened at its very beginning.
  private static final int FIRST_EVENTS = 20;

  private final Store store;
  private final RunNames names;

  public BaggageResource(Store store, RunNames names) {
    this.store = store;
    this.names = names;
  }

  @GET
  public TrustView baggage(@PathParam("run") String name) {
    var id = names.named(name).value();
    var run = store.ask(Runs.class, runs -> runs.named(id)).orElseThrow().state();
    var project =
        store.ask(Projects.class, projects -> projects.named(run.project().value())).orElseThrow();
    return TrustResource.view(
        store,
        new ProjectId(project.id()),
        project.path(),
        opened(id).orElseGet(() -> Baggage.among(List.of())));
  }

  private Optional<Baggage> opened(String run) {
    return store.ask(Events.class, events -> events.ofRun(run, 1, FIRST_EVENTS)).stream()
        .map(Events.Row::body)
        .filter(RunEvent.Opened.class::isInstance)
        .findFirst()
        .flatMap(event -> ((RunEvent.Opened) event).baggage());
  }
}
