package dev.otto.api.record;

import dev.otto.api.json.Query;
import dev.otto.api.part.Store;
import dev.otto.api.run.RunNames;
import dev.otto.model.Contents;
import dev.otto.model.Digest;
import dev.otto.model.ProjectId;
import dev.otto.model.RunId;
import dev.otto.model.proof.Proof;
import dev.otto.model.run.Run;
import dev.otto.model.run.RunNews;
import dev.otto.store.run.Events;
import dev.otto.store.run.Runs;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a run leaves: its log, its spec, its changes and its proof.
@Path("runs")
@Produces(MediaType.APPLICATION_JSON)
public final class RecordsResource {
  private static final int PAGE = 500;

  private final Store store;
  private final RunNames names;
  private final KeptTexts texts;

  public RecordsResource(Store store, RunNames names, Contents contents) {
    this.store = store;
    this.names = names;
    this.texts = new KeptTexts(contents);
  }

  @GET
  @Path("{run}/events")
  public RunNews.Page events(
      @PathParam("run") String run, @QueryParam("from") @Nullable String from) {
    var first = Query.number("from", from, 1, Long.MAX_VALUE);
    var id = names.named(run).value();
    var rows = store.ask(Events.class, events -> events.ofRun(id, first, PAGE + 1));
    var page = rows.subList(0, Math.min(PAGE, rows.size()));
    return new RunNews.Page(
        page.stream().map(RecordsResource::news).toList(),
        rows.size() > PAGE ? Optional.of(rows.get(PAGE).seq()) : Optional.empty());
  }

  @GET
  @Path("{run}/spec")
  public Response spec(@PathParam("run") String run, @Context Request request) {
    var state = state(run);
    var spec = state.compilation().revision().map(revision -> revision.spec());
    return text(spec, new RecordRefusal.NoSpec(state.id()), MediaType.APPLICATION_JSON, request)
        .build();
  }

  @GET
  @Path("{run}/diff")
  @Produces(MediaType.TEXT_PLAIN)
  public Response diff(@PathParam("run") String run, @Context Request request) {
    var state = state(run);
    var diff = state.proof().flatMap(Proof::diff);
    return text(diff, new RecordRefusal.NoProof(state.id()), "text/plain;charset=utf-8", request)
        .build();
  }

  @GET
  @Path("{run}/proof")
  public Response proof(@PathParam("run") String run, @Context Request request) {
    var state = state(run);
    var packet = state.proof().map(Proof::packet);
    return text(packet, new RecordRefusal.NoProof(state.id()), MediaType.APPLICATION_JSON, request)
        .build();
  }

  /// The page of the proof, which agents' words are in: shown without scripts and apart from Otto.
  @GET
  @Path("{run}/proof.html")
  @Produces(MediaType.TEXT_HTML)
  public Response page(@PathParam("run") String run, @Context Request request) {
    var state = state(run);
    var page = state.proof().map(Proof::page);
    return text(page, new RecordRefusal.NoProof(state.id()), "text/html;charset=utf-8", request)
        .header(
            "Content-Security-Policy",
            "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:")
        .build();
  }

  private Run state(String run) {
    var id = names.named(run).value();
    return store.ask(Runs.class, runs -> runs.named(id)).orElseThrow().state();
  }

  private Response.ResponseBuilder text(
      Optional<Digest> digest, RecordRefusal otherwise, String mediaType, Request request) {
    return texts.now(digest.orElseThrow(otherwise::refused), mediaType, request);
  }

  private static RunNews news(Events.Row row) {
    return new RunNews(
        row.id(),
        row.at(),
        new ProjectId(row.project()),
        new RunId(row.run()),
        row.seq(),
        row.type(),
        row.body());
  }
}
