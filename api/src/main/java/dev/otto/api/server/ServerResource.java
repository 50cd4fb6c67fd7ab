package dev.otto.api.server;

import dev.otto.api.part.Engine;
import dev.otto.api.part.Store;
import dev.otto.model.server.ServerView;
import dev.otto.model.server.ServerView.EngineView;
import dev.otto.model.server.ServerView.Readiness;
import dev.otto.store.run.Runs;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/// What the server says of itself, from its first moment on.
@Path("server")
@Produces(MediaType.APPLICATION_JSON)
public final class ServerResource {
  private final String build;
  private final Instant startedAt;
  private final Supplier<Optional<EngineView>> engineView;
  private final Store store;
  private final Engine engine;

  public ServerResource(
      String build,
      Instant startedAt,
      Supplier<Optional<EngineView>> engineView,
      Store store,
      Engine engine) {
    this.build = build;
    this.startedAt = startedAt;
    this.engineView = engineView;
    this.store = store;
    this.engine = engine;
  }

  @GET
  public ServerView server() {
    var databaseIsThere = store.jdbi().now().isPresent();
    var ready = databaseIsThere && engine.client().now().isPresent();
    return new ServerView(
        build,
        engineView.get(),
        startedAt,
        ready ? Readiness.READY : Readiness.STARTING,
        databaseIsThere
            ? Optional.of(store.ask(Runs.class, runs -> runs.open().size()))
            : Optional.empty());
  }
}
