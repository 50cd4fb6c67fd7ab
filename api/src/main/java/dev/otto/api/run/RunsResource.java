package dev.otto.api.run;

import dev.otto.api.json.Query;
import dev.otto.model.ProjectId;
import dev.otto.model.RunId;
import dev.otto.model.run.NewRun;
import dev.otto.model.run.RunRequest;
import dev.otto.model.run.RunView;
import dev.otto.model.run.RunsPage;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.jspecify.annotations.Nullable;

/// Runs: asked for, listed, looked at.
@Path("runs")
@Produces(MediaType.APPLICATION_JSON)
public final class RunsResource {
  private static final int USUAL_PAGE = 50;
  private static final int LONGEST_PAGE = 200;

  private final NewRuns newRuns;
  private final RunNames names;
  private final RunViews views;
  private final Forks forks;

  public RunsResource(NewRuns newRuns, RunNames names, RunViews views, Forks forks) {
    this.newRuns = newRuns;
    this.forks = forks;
    this.names = names;
    this.views = views;
  }

  /// Newest first, page by page.
  @GET
  public RunsPage list(
      @QueryParam("project") @Nullable String project,
      @QueryParam("before") @Nullable String before,
      @QueryParam("limit") @Nullable String limit) {
    return views.newestFirst(
        Query.value("project", project, ProjectId::new).map(ProjectId::value),
        Query.value("before", before, RunId::new).map(RunId::value),
        Math.max(1, (int) Query.number("limit", limit, USUAL_PAGE, LONGEST_PAGE)));
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response create(
      NewRun request,
      @HeaderParam(IdempotencyKey.HEADER) @Nullable String key,
      @Context UriInfo address) {
    var run = newRuns.create(request, IdempotencyKey.of(key, "create a run", request));
    return Response.created(address.getAbsolutePathBuilder().path(run.value()).build())
        .entity(views.of(run))
        .build();
  }

  /// A new run from the facts of this one.
  @POST
  @Path("{run}/fork")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response fork(
      RunRequest.Fork asked,
      @PathParam("run") String run,
      @HeaderParam(IdempotencyKey.HEADER) @Nullable String key,
      @Context UriInfo address) {
    var origin = names.named(run);
    var fork = forks.of(origin, asked, IdempotencyKey.of(key, "fork " + origin, asked));
    return Response.created(address.getBaseUriBuilder().path("runs").path(fork.value()).build())
        .entity(views.of(fork))
        .build();
  }

  /// One run, by its id, the start of it, or `latest`.
  @GET
  @Path("{run}")
  public Response show(@PathParam("run") String run, @Context Request request) {
    var view = views.of(names.named(run));
    var tag = tag(view);
    var unchanged = request.evaluatePreconditions(tag);
    return unchanged == null ? Response.ok(view).tag(tag).build() : unchanged.tag(tag).build();
  }

  private static EntityTag tag(RunView view) {
    return new EntityTag(
        view.run() + "-" + view.seq() + (view.landedOn().isEmpty() ? "" : "-landed"));
  }
}
