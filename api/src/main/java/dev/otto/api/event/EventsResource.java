package dev.otto.api.event;

import dev.otto.api.part.Late;
import dev.otto.api.part.Store;
import dev.otto.api.problem.Problems;
import dev.otto.api.problem.ReadinessRefusal;
import dev.otto.api.problem.RequestId;
import dev.otto.api.problem.StoreMapper;
import dev.otto.api.run.RunNames;
import dev.otto.model.Refusal;
import dev.otto.model.RunId;
import dev.otto.model.problem.Problem;
import dev.otto.store.announce.Announcements;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Everything that happens, live.
///
/// A browser never comes back by itself after an answer other than 200: so what goes wrong is told
/// as an event of the stream, which then ends.
@Path("events")
@Produces(MediaType.SERVER_SENT_EVENTS)
public final class EventsResource {
  private static final Logger LOG = LoggerFactory.getLogger(EventsResource.class);
  private static final Duration HEARTBEAT = Duration.ofSeconds(10);

  private final RunNames names;
  private final EventStream stream;

  public EventsResource(
      Store store,
      Late<Announcements> announcements,
      OpenStreams streams,
      RunNames names,
      String build) {
    this.names = names;
    this.stream =
        new EventStream(
            store, announcements, streams, build, UUID.randomUUID().toString(), HEARTBEAT);
  }

  @GET
  public StreamingOutput events(
      @QueryParam("after") @Nullable String after,
      @HeaderParam("Last-Event-ID") @Nullable String lastEventId,
      @QueryParam("run") @Nullable String run,
      @Context HttpServletRequest request) {
    var place = Place.of(lastEventId, after);
    var requestId = String.valueOf(request.getAttribute(RequestId.ATTRIBUTE));
    return out -> tell(out, place, Optional.ofNullable(run), requestId);
  }

  /// Who asks for the head alone must not wait for the end of a stream that has none.
  @HEAD
  public Response head() {
    return Response.ok().type(MediaType.SERVER_SENT_EVENTS_TYPE).build();
  }

  private void tell(OutputStream out, Place place, Optional<String> run, String requestId) {
    var writer = new StreamWriter(out);
    try {
      tell(writer, place, run, requestId);
    } catch (IOException gone) {
      LOG.debug("listener gone: request={}", requestId);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private void tell(StreamWriter writer, Place place, Optional<String> run, String requestId)
      throws IOException, InterruptedException {
    try {
      Optional<RunId> named = run.map(names::named);
      stream.tell(writer, place, named);
    } catch (Refusal.Refused refused) {
      writer.event("error", Problems.of(refused.refusal(), requestId));
    } catch (JdbiException failure) {
      writer.event("error", problem(failure, requestId));
    }
  }

  private static Problem problem(JdbiException failure, String requestId) {
    if (StoreMapper.away(failure)) {
      return Problems.of(new ReadinessRefusal.DatabaseAway(), requestId);
    }
    LOG.error("stream failed: request={}", requestId, failure);
    return Problems.of(500, requestId);
  }
}
