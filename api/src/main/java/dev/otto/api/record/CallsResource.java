package dev.otto.api.record;

import dev.otto.api.json.Query;
import dev.otto.api.part.Store;
import dev.otto.api.run.RunNames;
import dev.otto.model.CallId;
import dev.otto.model.Contents;
import dev.otto.model.Digest;
import dev.otto.model.GroupId;
import dev.otto.model.HostId;
import dev.otto.model.RunId;
import dev.otto.model.call.CallView;
import dev.otto.store.call.CallRows;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The calls of a run and what their agents said.
@Path("runs/{run}/calls")
@Produces(MediaType.APPLICATION_JSON)
public final class CallsResource {
  private static final int LOG_BYTES = 256 * 1024;
  private static final int MOST_LOG_BYTES = 1024 * 1024;
  private static final int LONGEST_WAIT = 20;

  private final Store store;
  private final RunNames names;
  private final CallLogs logs;
  private final LogWait waiting;
  private final Contents contents;

  public CallsResource(
      Store store, RunNames names, CallLogs logs, LogWait waiting, Contents contents) {
    this.store = store;
    this.names = names;
    this.logs = logs;
    this.waiting = waiting;
    this.contents = contents;
  }

  @GET
  public CallView.Page calls(@PathParam("run") String run) {
    return new CallView.Page(rows(names.named(run)).stream().map(CallsResource::view).toList());
  }

  /// What an agent said: so many bytes from there on, of the newest try of the call or of the one
  /// that is named. With a `wait` the answer comes when there are some, when the call has ended, or
  /// after so many seconds.
  @GET
  @Path("{call}/log")
  @Produces(MediaType.TEXT_PLAIN)
  public Response log(
      @PathParam("run") String run,
      @PathParam("call") String call,
      @QueryParam("tries") @Nullable String tries,
      @QueryParam("from") @Nullable String from,
      @QueryParam("limit") @Nullable String limit,
      @QueryParam("wait") @Nullable String wait) {
    var first = Query.number("from", from, 0, Long.MAX_VALUE);
    var most = (int) Query.number("limit", limit, LOG_BYTES, MOST_LOG_BYTES);
    var patience = Duration.ofSeconds(Query.number("wait", wait, 0, LONGEST_WAIT));
    var named = Query.number("tries", tries, 0, Integer.MAX_VALUE);
    var id = names.named(run);
    var row = row(id, call, named).orElseThrow(() -> new RecordRefusal.NoLog(id, call).refused());
    var log = String.valueOf(row.log());
    waiting.await(patience, () -> logs.size(log) > first, () -> ended(id, call, row.tries()));
    return Response.ok(logs.read(log, first, most), "text/plain;charset=utf-8").build();
  }

  /// What the agent of a call was told, in its newest try or the one that is named.
  @GET
  @Path("{call}/prompt")
  @Produces(MediaType.TEXT_PLAIN)
  public Response prompt(
      @PathParam("run") String run,
      @PathParam("call") String call,
      @QueryParam("tries") @Nullable String tries) {
    var named = Query.number("tries", tries, 0, Integer.MAX_VALUE);
    var id = names.named(run);
    var prompt =
        row(id, call, named)
            .flatMap(row -> Optional.ofNullable(row.prompt()))
            .orElseThrow(() -> new RecordRefusal.NoPrompt(id, call).refused());
    return Response.ok(contents.text(new Digest(prompt)), "text/plain;charset=utf-8").build();
  }

  private boolean ended(RunId run, String call, int tries) {
    return row(run, call, tries).filter(row -> row.endedAt() == null).isEmpty();
  }

  /// The try of that number, or the newest one if it is 0.
  private Optional<CallRows.Row> row(RunId run, String call, long tries) {
    return rows(run).stream()
        .filter(row -> row.id().equals(call) && row.log() != null)
        .filter(row -> tries == 0 || row.tries() == tries)
        .reduce((_, newest) -> newest);
  }

  private List<CallRows.Row> rows(RunId run) {
    return store.ask(CallRows.class, rows -> rows.ofRun(run.value()));
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
        row.log() != null,
        Optional.ofNullable(row.prompt()).map(Digest::new),
        Optional.ofNullable(row.touched()).map(CallRows.Touched::paths).orElse(List.of()));
  }
}
