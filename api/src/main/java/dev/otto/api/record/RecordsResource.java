package dev.otto.api.record;

import dev.otto.api.json.Query;
import dev.otto.api.part.Store;
import dev.otto.api.run.RunNames;
import dev.otto.model.CallId;
import dev.otto.model.Contents;
import dev.otto.model.Digest;
import dev.otto.model.GroupId;
import dev.otto.model.HostId;
import dev.otto.model.ProjectId;
import dev.otto.model.RunId;
import dev.otto.model.call.CallView;
import dev.otto.model.proof.Proof;
import dev.otto.model.run.Run;
import dev.otto.model.run.RunNews;
import dev.otto.store.call.CallRows;
import dev.otto.store.run.Events;
import dev.otto.store.run.Runs;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a run leaves: its log, its spec, its calls and what they said, its changes and its proof.
@Path("runs")
@Produces(MediaType.APPLICATION_JSON)
public final class RecordsResource {
  private static final int PAGE = 500;
  private static final int LOG_BYTES = 256 * 1024;
  private static final int MOST_LOG_BYTES = 1024 * 1024;

  private final Store store;
  private final RunNames names;
  private final Contents contents;
  private final CallLogs logs;

  public RecordsResource(Store store, RunNames names, Contents contents, CallLogs logs) {
    this.store = store;
    this.names = names;
    this.contents = contents;
    this.logs = logs;
  }

  @GET
  @Path("{run}/events")
  public RunNews.Page events(
      @PathParam("run") String run, @QueryParam("from") @Nullable String from) {
    var first = Query.number("from", from, 1, Long.MAX_VALUE);
    var id = names.named(run).value();
    var rows = store.ask(Events.class, events -> events.ofRun(id, first));
    var page = rows.subList(0, Math.min(PAGE, rows.size()));
    return new RunNews.Page(
        page.stream().map(RecordsResource::news).toList(),
        rows.size() > PAGE ? Optional.of(rows.get(PAGE).seq()) : Optional.empty());
  }

  @GET
  @Path("{run}/spec")
  public String spec(@PathParam("run") String run) {
    var state = state(run);
    var spec = state.compilation().revision().map(revision -> revision.spec());
    return text(spec, new RecordRefusal.NoSpec(state.id()));
  }

  @GET
  @Path("{run}/calls")
  public CallView.Page calls(@PathParam("run") String run) {
    return new CallView.Page(rows(names.named(run)).stream().map(RecordsResource::view).toList());
  }

  /// What an agent said: so many bytes from there on.
  @GET
  @Path("{run}/calls/{call}/log")
  @Produces(MediaType.TEXT_PLAIN)
  public Response log(
      @PathParam("run") String run,
      @PathParam("call") String call,
      @QueryParam("from") @Nullable String from,
      @QueryParam("limit") @Nullable String limit) {
    var id = names.named(run);
    var row =
        rows(id).stream()
            .filter(one -> one.id().equals(call) && one.log() != null)
            .reduce((_, newest) -> newest)
            .orElseThrow(() -> new RecordRefusal.NoLog(id, call).refused());
    var bytes =
        logs.read(
            String.valueOf(row.log()),
            Query.number("from", from, 0, Long.MAX_VALUE),
            (int) Query.number("limit", limit, LOG_BYTES, MOST_LOG_BYTES));
    return Response.ok(bytes, "text/plain;charset=utf-8").build();
  }

  @GET
  @Path("{run}/diff")
  @Produces(MediaType.TEXT_PLAIN)
  public String diff(@PathParam("run") String run) {
    var state = state(run);
    return text(state.proof().flatMap(Proof::diff), new RecordRefusal.NoProof(state.id()));
  }

  @GET
  @Path("{run}/proof")
  public String proof(@PathParam("run") String run) {
    var state = state(run);
    return text(state.proof().map(Proof::packet), new RecordRefusal.NoProof(state.id()));
  }

  /// The page of the proof, which agents' words are in: shown without scripts and apart from Otto.
  @GET
  @Path("{run}/proof.html")
  @Produces(MediaType.TEXT_HTML)
  public Response page(@PathParam("run") String run) {
    var state = state(run);
    return Response.ok(
            text(state.proof().map(Proof::page), new RecordRefusal.NoProof(state.id())),
            "text/html;charset=utf-8")
        .header(
            "Content-Security-Policy",
            "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:")
        .build();
  }

  private Run state(String run) {
    var id = names.named(run).value();
    return store.ask(Runs.class, runs -> runs.named(id)).orElseThrow().state();
  }

  private String text(Optional<Digest> digest, RecordRefusal otherwise) {
    return digest.map(contents::text).orElseThrow(otherwise::refused);
  }

  private List<CallRows.Row> rows(RunId run) {
    return store.ask(CallRows.class, rows -> rows.ofRun(run.value()));
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

  private static CallView view(CallRows.Row row) {
    return new CallView(
        new CallId(row.id()),
        row.tries(),
        row.stage(),
        Optional.ofNullable(row.grp()).map(GroupId::new),
        new HostId(row.host()),
        row.startedAt(),
        Optional.ofNullable(row.endedAt()),
        Optional.ofNullable(row.activeMs()),
        Optional.ofNullable(row.outcome()),
        row.log() != null);
  }
}
