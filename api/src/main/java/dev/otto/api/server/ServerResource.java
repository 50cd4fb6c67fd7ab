package dev.otto.api.server;

import dev.otto.api.part.Engine;
import dev.otto.api.part.Store;
import dev.otto.model.host.HostFacts.Fact;
import dev.otto.model.server.ServerView;
import dev.otto.model.server.ServerView.EngineView;
import dev.otto.model.server.ServerView.Readiness;
import dev.otto.store.run.Runs;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/// What the server says of itself, from its first moment on.
@Path("server")
@Produces(MediaType.APPLICATION_JSON)
public final class ServerResource {
  private static final Duration TO_COUNT = Duration.ofMillis(500);

  private final Executor threads = Executors.newVirtualThreadPerTaskExecutor();
  private final String build;
  private final Instant startedAt;
  private final Supplier<Optional<EngineView>> engineView;
  private final Supplier<List<Fact>> trouble;
  private final Store store;
  private final Engine engine;

  public ServerResource(
      String build,
      Instant startedAt,
      Supplier<Optional<EngineView>> engineView,
      Supplier<List<Fact>> trouble,
      Store store,
      Engine engine) {
    this.build = build;
    this.startedAt = startedAt;
    this.engineView = engineView;
    this.trouble = trouble;
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
        databaseIsThere ? openRuns() : Optional.empty(),
        trouble.get());
  }

  /// Unknown while the database is away. Nobody waits for it: a server that does not answer at once
  /// is taken for dead, and ended by the next.
  private Optional<Integer> openRuns() {
    return CompletableFuture.supplyAsync(
            () -> Optional.of(store.ask(Runs.class, runs -> runs.open().size())), threads)
        .completeOnTimeout(Optional.empty(), TO_COUNT.toMillis(), TimeUnit.MILLISECONDS)
        .exceptionally(_ -> Optional.empty())
        .join();
  }
}
