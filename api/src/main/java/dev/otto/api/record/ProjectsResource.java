package dev.otto.api.record;

import dev.otto.api.part.Store;
import dev.otto.model.ProjectId;
import dev.otto.model.project.ProjectView;
import dev.otto.store.project.Projects;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/// The projects that this Otto knows.
@Path("projects")
@Produces(MediaType.APPLICATION_JSON)
public final class ProjectsResource {
  private final Store store;

  public ProjectsResource(Store store) {
    this.store = store;
  }

  @GET
  public ProjectView.Page projects() {
    return new ProjectView.Page(
        store.ask(Projects.class, Projects::all).stream()
            .map(row -> new ProjectView(new ProjectId(row.id()), row.path()))
            .toList());
  }
}
