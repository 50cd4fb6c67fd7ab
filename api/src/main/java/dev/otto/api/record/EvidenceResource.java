package dev.otto.api.record;

import dev.otto.api.json.Query;
import dev.otto.api.part.Store;
import dev.otto.api.run.RunNames;
import dev.otto.model.Contents;
import dev.otto.model.Digest;
import dev.otto.model.RunId;
import dev.otto.model.json.Json;
import dev.otto.model.packet.EvidenceView;
import dev.otto.model.packet.Packet;
import dev.otto.store.run.Runs;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;

/// What the proof of a run rests on, and what a person should look at before trusting it.
@Path("runs/{run}/evidence")
public final class EvidenceResource {
  private final Store store;
  private final RunNames names;
  private final Contents contents;

  public EvidenceResource(Store store, RunNames names, Contents contents) {
    this.store = store;
    this.names = names;
    this.contents = contents;
  }

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  public EvidenceView evidence(@PathParam("run") String name) {
    var packet = packet(names.named(name));
    return new EvidenceView(packet.worries(), packet.evidence());
  }

  /// One piece, as text and nothing else: programs of strangers wrote it (S-5).
  @GET
  @Path("{digest}")
  @Produces(MediaType.TEXT_PLAIN)
  public Response piece(
      @PathParam("run") String name,
      @PathParam("digest") String digest,
      @Context Request request,
      @Context HttpServletResponse response) {
    var run = names.named(name);
    var wanted = Query.value("digest", digest, Digest::new).orElseThrow();
    if (!packet(run).evidence().contains(wanted)) {
      throw new RecordRefusal.NoSuchEvidence(run, wanted).refused();
    }
    return new KeptTexts(contents).always(wanted, "text/plain;charset=utf-8", request, response);
  }

  private Packet packet(RunId run) {
    var state = store.ask(Runs.class, runs -> runs.named(run.value())).orElseThrow().state();
    var proof = state.proof().orElseThrow(() -> new RecordRefusal.NoProof(run).refused());
    try {
      return Json.own().readValue(contents.text(proof.packet()), Packet.class);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
