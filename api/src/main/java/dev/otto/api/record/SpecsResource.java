package dev.otto.api.record;

import dev.otto.api.json.Query;
import dev.otto.api.part.Store;
import dev.otto.api.run.RunNames;
import dev.otto.model.Contents;
import dev.otto.model.Digest;
import dev.otto.model.RunId;
import dev.otto.model.run.RunEvent;
import dev.otto.model.spec.SpecEvent;
import dev.otto.model.spec.SpecRevision;
import dev.otto.store.run.Events;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The revisions of a run's spec: none is ever lost, so that a person sees what another one
/// changed.
@Path("runs/{run}/specs")
@Produces(MediaType.APPLICATION_JSON)
public final class SpecsResource {
  private final Store store;
  private final RunNames names;
  private final KeptTexts texts;

  public SpecsResource(Store store, RunNames names, Contents contents) {
    this.store = store;
    this.names = names;
    this.texts = new KeptTexts(contents);
  }

  @GET
  public SpecRevision.Page revisions(@PathParam("run") String run) {
    return new SpecRevision.Page(of(names.named(run)));
  }

  /// The text of a revision, whichever of this run it is.
  @GET
  @Path("{spec}")
  public Response revision(
      @PathParam("run") String name,
      @PathParam("spec") String spec,
      @Context Request request,
      @Context HttpServletResponse response) {
    var run = names.named(name);
    var wanted = Query.value("spec", spec, Digest::new).orElseThrow();
    if (of(run).stream().noneMatch(revision -> revision.spec().equals(wanted))) {
      throw new RecordRefusal.NoSuchSpec(run, wanted).refused();
    }
    return texts.always(wanted, MediaType.APPLICATION_JSON, request, response);
  }

  private List<SpecRevision> of(RunId run) {
    var revisions = new ArrayList<SpecRevision>();
    for (var row : store.ask(Events.class, events -> events.ofSpec(run.value()))) {
      var next = revisions.isEmpty() ? 1 : revisions.getLast().number() + 1;
      revision(row, next).ifPresent(revisions::add);
    }
    return revisions;
  }

  private static Optional<SpecRevision> revision(Events.Row row, int next) {
    if (row.body()
        instanceof RunEvent.OfSpec(SpecEvent.Compiled(var number, var spec, var title, _))) {
      return Optional.of(new SpecRevision(number, spec, title, Optional.empty(), row.at()));
    }
    if (row.body()
        instanceof RunEvent.OfSpec(SpecEvent.Edited(var spec, var title, _, var by, _))) {
      return Optional.of(new SpecRevision(next, spec, title, Optional.of(by), row.at()));
    }
    return Optional.empty();
  }
}
